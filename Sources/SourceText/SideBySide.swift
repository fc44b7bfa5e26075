private import Dispatch
private import Synchronization

extension Array where Element: Sendable {
  /// What `transform` makes of each part of the array, in order; the parts are worked on side by side, on
  /// as many threads as there are cores.
  ///
  /// - Complexity: that of `transform` over all elements, shared by the cores.
  package func mapInParts<Result: Sendable>(
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

/// What two functions make that run side by side.
package func sideBySide<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  let made = Mutex<(first: First?, second: Second?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { half in
    if half == 0 {
      let result = first()
      made.withLock { $0.first = result }
    } else {
      let result = second()
      made.withLock { $0.second = result }
    }
  }
  guard case (let one?, let other?) = made.withLock({ $0 }) else { return (first(), second()) }
  return (one, other)
}
