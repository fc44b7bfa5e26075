/// A rule file that the program carries.
package struct ShippedRuleFile: Sendable {
  /// The path, such as `Rules/signals/pirated-works.rules`.
  package let path: String
  /// What is in it.
  package let text: String
}

/// The files of the folder `Rules`, as they were when the program was built, in the order of the bytes
/// of their paths.
///
/// `embed-rules` writes them into this module at every build, so that one copied file works anywhere.
package let shippedRuleFiles: [ShippedRuleFile] = embeddedFiles
