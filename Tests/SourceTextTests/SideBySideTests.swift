import SourceText
import Testing

@Suite struct `Side by side` {
  @Test(arguments: [0, 1, 7, 100]) func `parts keep their order`(_ count: Int) {
    let numbers = Array(0..<count)
    #expect(numbers.mapInParts(of: 3) { $0.map { 2 * $0 } } == numbers.map { 2 * $0 })
  }

  @Test func `two functions give each its own`() {
    let made = sideBySide({ "one" }, { 2 })
    #expect(made == ("one", 2))
  }
}
