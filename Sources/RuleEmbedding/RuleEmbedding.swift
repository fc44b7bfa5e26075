import Foundation
import PackagePlugin

/// Has `embed-rules` write the rule files into the module `ShippedRules` at every build.
///
/// SwiftPM plans a build once and asks a plugin no more until a target's files change; a folder beside
/// the targets is not watched, nor are files that are added to it later. So the command names no rule
/// file as its input, but a stamp that it writes itself, and is therefore always out of date. It takes
/// some milliseconds, and writes its output only when that has changed.
@main
struct RuleEmbedding: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let stamp = context.pluginWorkDirectoryURL.appending(path: "rules.stamp")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    let rules = context.package.directoryURL.appending(path: "Rules")
    // A command whose input is missing does not run at all.
    try Data().write(to: stamp)
    return [
      .buildCommand(
        displayName: "Embedding the rules",
        executable: try context.tool(named: "embed-rules").url,
        arguments: [rules, output, stamp].map { $0.path(percentEncoded: false) },
        inputFiles: [stamp], outputFiles: [output])
    ]
  }
}
