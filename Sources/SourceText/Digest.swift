/// A SHA-256 digest (FIPS 180-4).
///
/// The toolchain carries no cryptography on Linux, so this is ours.
package struct Digest: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The 32 bytes in hexadecimal, lower case.
  package let description: String

  /// The digest of `bytes`.
  ///
  /// - Complexity: O(n) over the bytes.
  package init(of bytes: some Sequence<UInt8>) {
    var hash = SHA256()
    hash.absorb(bytes)
    description = hash.finish()
  }

  /// The digest of a text's UTF-8.
  package init(of text: String) { self.init(of: text.utf8) }

  /// Takes a digest that was written down; nil unless 64 hexadecimal digits.
  package init?(written text: String) {
    let hex = text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard text.utf8.count == 64, hex else { return nil }
    description = text
  }

  /// Orders by the hexadecimal text.
  package static func < (a: Digest, b: Digest) -> Bool { a.description < b.description }
}

/// The running state of SHA-256.
private struct SHA256 {
  private var state: InlineArray<8, UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// The block that is being filled, as big-endian words; then the words made of them.
  private var schedule = InlineArray<64, UInt32>(repeating: 0)
  private var length: UInt64 = 0

  mutating func absorb(_ bytes: some Sequence<UInt8>) {
    if let array = bytes as? [UInt8] { return absorb(array: array) }
    for byte in bytes {
      let word = Int(length >> 2 & 15)
      schedule[word] = schedule[word] << 8 | UInt32(byte)
      length += 1
      if length & 63 == 0 { compress() }
    }
  }

  /// Takes whole blocks word by word.
  private mutating func absorb(array bytes: [UInt8]) {
    var index = 0
    if length & 63 == 0 {
      while index + 64 <= bytes.count {
        for word in 0..<16 {
          let first = index + 4 * word
          schedule[word] =
            UInt32(bytes[first]) << 24 | UInt32(bytes[first + 1]) << 16
            | UInt32(bytes[first + 2]) << 8 | UInt32(bytes[first + 3])
        }
        length += 64
        compress()
        index += 64
      }
    }
    for byte in bytes[index...] { absorb(CollectionOfOne(byte)) }
  }

  mutating func finish() -> String {
    let bits = length * 8
    absorb(CollectionOfOne(0x80))
    while length & 63 != 56 { absorb(CollectionOfOne(0)) }
    absorb((0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) })
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for word in state.indices.map({ state[$0] }) {
      for shift in stride(from: 28, through: 0, by: -4) {
        text.append(digits[Int((word >> UInt32(shift)) & 15)])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func compress() {
    func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 { (x >> n) | (x << (32 - n)) }
    let constants = Self.constants
    for i in 16..<64 {
      let a = schedule[i - 15]
      let b = schedule[i - 2]
      let s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >> 3)
      let s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >> 10)
      schedule[i] = schedule[i - 16] &+ s0 &+ schedule[i - 7] &+ s1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for i in 0..<64 {
      let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
      let choice = (e & f) ^ (~e & g)
      let t1 = h &+ s1 &+ choice &+ constants[i] &+ schedule[i]
      let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ s0 &+ majority)
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
