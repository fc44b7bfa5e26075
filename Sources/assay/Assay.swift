/// The program.
@main
struct Assay {
  static func main() {
    print("assay")
  }
}
