package import RuleLanguage
package let embeddedRules: [RuleSource] = []
