/// The words that begin a declaration, in the order in which `Rules/README.md` teaches them.
package let declarationKeywords = [
  "company", "vocabulary", "language", "body", "publisher", "case", "stance", "flag", "signal",
  "attribution", "ground", "facet", "network", "relevance", "naming", "scoring", "suppress",
  "extend",
]
