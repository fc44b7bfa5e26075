/// What a rule file may hold; passing a limit is a diagnostic, never a crash.
package enum Limits {
  /// Bytes of one rule file.
  ///
  /// The largest vocabulary that people keep by hand is far below a megabyte.
  package static let fileBytes = 4 << 20
  /// Mistakes shown of one file: who has made more has given us something that is no rule file.
  package static let diagnosticsPerFile = 100
  /// Blocks within one another: a declaration's block, and none in it.
  package static let blockDepth = 1
  /// Columns to which the first word of a statement is padded at most, the blank after it included.
  package static let alignedColumns = 14
  /// Blanks before a comment at the end of a line, at least.
  package static let commentGap = 2
  /// Columns by which neighbouring lines may differ for their comments still to be aligned.
  package static let commentShift = 32
}
