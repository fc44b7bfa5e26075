import Diagnostics
import Testing

@Suite struct `The nearest word` {
  @Test func `is one slip away, or a few in a long word`() {
    let words = ["vocabulary", "company", "stance", "메타"]
    #expect(nearest(to: "vocabulry", among: words) == "vocabulary")
    #expect(nearest(to: "vocabularies", among: words) == "vocabulary")
    #expect(nearest(to: "copmany", among: words) == "company")
    #expect(nearest(to: "Stance", among: words) == "stance")
    #expect(nearest(to: "메따", among: words) == "메타")
  }

  @Test func `is none where nothing is near, and never the word itself`() {
    #expect(nearest(to: "ontology", among: ["vocabulary", "company"]) == nil)
    #expect(nearest(to: "x", among: ["y"]) == nil)
    #expect(nearest(to: "", among: ["y"]) == nil)
    #expect(nearest(to: "stance", among: ["stance"]) == nil)
  }

  @Test func `is the first in alphabetical order among equals, whatever theirs`() {
    #expect(nearest(to: "cast", among: ["case", "cash"]) == "case")
    #expect(nearest(to: "cast", among: ["cash", "case"]) == "case")
  }

  @Test func `is not sought for a word over the limit`() {
    let long = String(repeating: "a", count: Diagnostics.Limits.nearestCharacters)
    #expect(nearest(to: long, among: [long + "b"]) == long + "b")
    #expect(nearest(to: long + "b", among: [long]) == nil)
  }
}

@Suite struct `The explanations` {
  @Test func `are one book, found by code in any case`() {
    let book = Explanations(
      [Explanation(code: "E002", title: "b", text: "B")],
      [
        Explanation(code: "E001", title: "a", text: "A"),
        Explanation(code: "E002", title: "again", text: ""),
      ])
    #expect(book.all.map(\.code) == ["E001", "E002"])
    #expect(book["e002"]?.title == "b")
    #expect(book["E003"] == nil)
  }
}
