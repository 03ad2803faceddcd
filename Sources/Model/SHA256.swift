/// SHA-256 as in FIPS 180-4, so that hashes of records depend on nothing but this file.
public struct SHA256: Sendable {
    private var state = SHA256.initial
    private var block: [UInt8] = []
    private var count: UInt64 = 0

    /// A hash of nothing yet.
    public init() { block.reserveCapacity(64) }

    /// The hash of the bytes, 64 hexadecimal digits in lower case.
    @inlinable public static func hexadecimal(of bytes: some Collection<UInt8>) -> String {
        hexadecimal(hash(of: Array(bytes)))
    }

    /// The hash of the bytes, 32 bytes.
    public static func hash(of bytes: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(bytes)
        return hash.finish()
    }

    /// Bytes as hexadecimal digits in lower case.
    public static func hexadecimal(_ bytes: [UInt8]) -> String {
        func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
        return String(unsafeUninitializedCapacity: bytes.count * 2) { text in
            for (index, byte) in bytes.enumerated() {
                text[2 * index] = digit(byte >> 4)
                text[2 * index + 1] = digit(byte & 15)
            }
            return bytes.count * 2
        }
    }

    /// Bytes as hexadecimal digits in lower case.
    @inlinable public static func hexadecimal(_ bytes: some Collection<UInt8>) -> String { hexadecimal(Array(bytes)) }

    /// Takes in more bytes.
    public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { update(buffer: $0) } }

    /// The hash of all bytes taken in, 32 bytes; what was hashed is then forgotten.
    public mutating func finish() -> [UInt8] {
        let bits = count &* 8
        block.append(0x80)
        if block.count > 56 { fill(to: 64) }
        fill(to: 56)
        for shift in stride(from: 56, through: 0, by: -8) {
            block.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
        flush()
        var result: [UInt8] = []
        result.reserveCapacity(32)
        for word in state { withUnsafeBytes(of: word.bigEndian) { result.append(contentsOf: $0) } }
        self = SHA256()
        return result
    }

    private mutating func update(buffer: UnsafeBufferPointer<UInt8>) {
        count &+= UInt64(buffer.count)
        var index = 0
        if !block.isEmpty {
            index = min(64 - block.count, buffer.count)
            block.append(contentsOf: buffer[..<index])
            if block.count < 64 { return }
            flush()
        }
        let whole = (buffer.count - index) / 64 * 64
        SHA256.compress(&state, UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[index..<index + whole]))
        index += whole
        block.append(contentsOf: buffer[index...])
    }

    private mutating func fill(to length: Int) {
        while block.count < length { block.append(0) }
        if length == 64 { flush() }
    }

    private mutating func flush() {
        block.withUnsafeBytes { SHA256.compress(&state, $0) }
        block.removeAll(keepingCapacity: true)
    }

    /// The compression function (FIPS 180-4, 6.2.2) for some blocks.
    private static func compress(_ state: inout [UInt32], _ blocks: UnsafeRawBufferPointer) {
        constants.withUnsafeBufferPointer { k in
            state.withUnsafeMutableBufferPointer { state in
                withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
                    for start in stride(from: 0, to: blocks.count, by: 64) {
                        schedule(w, blocks, start)
                        compress(state, w, k)
                    }
                }
            }
        }
    }

    private static func schedule(
        _ w: UnsafeMutableBufferPointer<UInt32>, _ blocks: UnsafeRawBufferPointer, _ start: Int
    ) {
        for t in 0..<16 {
            w[t] = UInt32(bigEndian: blocks.loadUnaligned(fromByteOffset: start &+ 4 &* t, as: UInt32.self))
        }
        for t in 16..<64 {
            let (x, y) = (w[t &- 15], w[t &- 2])
            let s0 = rotated(x, 7) ^ rotated(x, 18) ^ (x >> 3)
            let s1 = rotated(y, 17) ^ rotated(y, 19) ^ (y >> 10)
            w[t] = w[t &- 16] &+ s0 &+ w[t &- 7] &+ s1
        }
    }

    private static func compress(
        _ state: UnsafeMutableBufferPointer<UInt32>, _ w: UnsafeMutableBufferPointer<UInt32>,
        _ k: UnsafeBufferPointer<UInt32>
    ) {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        var t = 0
        while t < 64 {
            // Eight rounds at a time, so that no word has to move.
            round(a, b, c, &d, e, f, g, &h, k[t] &+ w[t])
            round(h, a, b, &c, d, e, f, &g, k[t &+ 1] &+ w[t &+ 1])
            round(g, h, a, &b, c, d, e, &f, k[t &+ 2] &+ w[t &+ 2])
            round(f, g, h, &a, b, c, d, &e, k[t &+ 3] &+ w[t &+ 3])
            round(e, f, g, &h, a, b, c, &d, k[t &+ 4] &+ w[t &+ 4])
            round(d, e, f, &g, h, a, b, &c, k[t &+ 5] &+ w[t &+ 5])
            round(c, d, e, &f, g, h, a, &b, k[t &+ 6] &+ w[t &+ 6])
            round(b, c, d, &e, f, g, h, &a, k[t &+ 7] &+ w[t &+ 7])
            t &+= 8
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

    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32, _ input: UInt32
    ) {
        h &+= (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ (g ^ (e & (f ^ g))) &+ input
        d &+= h
        h &+= (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ ((a & b) | (c & (a | b)))
    }

    @inline(__always)
    private static func rotated(_ word: UInt32, _ bits: UInt32) -> UInt32 { word &>> bits | word &<< (32 &- bits) }

    /// FIPS 180-4, 5.3.3.
    private static let initial: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]

    /// FIPS 180-4, 4.2.2.
    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
