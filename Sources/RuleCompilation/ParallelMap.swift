import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// What `transform` makes of each part of the array, in order; the parts are worked on side by side, on
  /// as many threads as there are cores.
  ///
  /// - Complexity: that of `transform` over all elements, shared by the cores.
  func mapInParts<Result: Sendable>(
    of size: Int, _ transform: @Sendable (ArraySlice<Element>) -> [Result]
  ) -> [Result] {
    let starts = Array<Int>(stride(from: 0, to: count, by: size))
    let results = Mutex([[Result]](repeating: [], count: starts.count))
    DispatchQueue.concurrentPerform(iterations: starts.count) { part in
      let made = transform(self[starts[part]..<Swift.min(starts[part] + size, count)])
      results.withLock { $0[part] = made }
    }
    return results.withLock { $0.flatMap(\.self) }
  }
}
