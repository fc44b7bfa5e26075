/// What the writers of reports hold to, so that no article makes a report that cannot be read.
package enum Limits {
  /// The longest language tag that is written down; BCP 47 asks for at least 35.
  package static let languageTagBytes = 35
  /// So many quotes of a finding stand open on the page; the others unfold.
  package static let openQuotes = 3
  /// So many bars a picture of a sum has; the others are gathered in one.
  package static let bars = 9
  /// So many inputs that were not read the table on the terminal names.
  package static let unreadShown = 5
  /// So many companies a list on the terminal names; the others are counted.
  package static let namesShown = 24
  /// The columns of a terminal.
  package static let columns = 80
}
