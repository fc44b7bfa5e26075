import Diagnostics

/// What the diagnostics on weights, and on what suffices, mean.
let scorecardExplanations = [
  Explanation(
    code: "E156", title: "weights without a sum that suffices",
    text: """
      A sentence is a match, an article about such matters, or a name an organisation's, where enough
      weighs together; say how much is enough.

      wrong:  weighs 18 {annotator}, 14 {hardship}
      right:  weighs 18 {annotator}, 14 {hardship}
              suffices 25
      """),
  Explanation(
    code: "E157", title: "a sum without weights",
    text: """
      Nothing weighs anything yet, or adds to a facet or a ground.

      wrong:  suffices 25
      right:  weighs 18 {annotator}, 14 {hardship}
              suffices 25
      """),
  Explanation(
    code: "E158", title: "a vocabulary, trait, facet or ground that is weighed twice",
    text: """
      Of two weights in one place it is not clear which holds. A vocabulary may weigh once in the sentence,
      once `twice` in it, once `around` it, once in the `article`, once `often` in it and once in what is
      `theirs`; of names, once `before` and once `behind`. A scorecard takes one share of a facet, a signal one of a ground.

      wrong:  weighs 18 {annotator}, 4 {annotator}
      right:  weighs 18 {annotator}
              weighs around 4 {annotator}
      """),
  Explanation(
    code: "E159", title: "a kind of word that nothing lists",
    text: """
      A name can be weighed by what its words are where `knows` lines list such words.

      wrong:  weighs against 30 whole plaice
              knows place any: "Berlin"
      right:  weighs against 30 whole place
              knows place any: "Berlin"
      """),
]
