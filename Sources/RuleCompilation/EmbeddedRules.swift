package import RuleLanguage
import ShippedRules

/// The rules that the program carries: those of the folder `Rules` when it was built.
package let embeddedRules: [RuleSource] = shippedRuleFiles.map {
  RuleSource(path: $0.path, bytes: Array($0.text.utf8))
}
