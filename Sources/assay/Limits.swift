/// The bounds of the command line.
enum Limits {
  /// The most tasks that `--jobs` may ask for; more than any machine has cores.
  static let jobs = 1024
  /// Articles that one task takes at a time: enough that handing them over costs nothing.
  static let articlesATask = 32
  /// Bytes of text that wait to be scanned; a batch closes early once it has so many, so that memory
  /// does not grow with the length of the articles.
  static let waitingBytes = 16 << 20
  /// The columns of a terminal that every text fits.
  static let columns = 80
  /// The fewest columns that text is broken for; a narrower terminal breaks it by itself.
  static let columnsLeast = 40
  /// Inputs that could not be read, as a failing command lists them.
  static let listedInputs = 20
}
