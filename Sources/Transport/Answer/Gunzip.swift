/// Unpacks what libcurl does not: gzip of several members (RFC 1952, 2.2), and gzip that no header announces.
enum Gunzip {
    enum Problem: Error { case broken, tooLarge }

    /// Whether bytes begin as gzip does.
    static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.count > 17 && bytes.starts(with: [0x1F, 0x8B, 8]) }

    /// The members, one behind the other.
    ///
    /// - Parameters:
    ///   - bytes: Nothing but whole members.
    ///   - limit: Bytes that the result may have at most.
    /// - Returns: What was packed.
    /// - Throws: Where a member is damaged, or the limit exceeded.
    static func unpacked(_ bytes: [UInt8], limit: Int) throws(Problem) -> [UInt8] {
        var output: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard isPacked(Array(bytes[index...].prefix(18))) else { throw .broken }
            let start = output.count
            var stream = Inflate(bytes, at: try pastHeader(bytes, index), limit: limit)
            try stream.run(into: &output)
            index = stream.end + 8
            guard index <= bytes.count else { throw .broken }
            let written = output[start...]
            guard number(bytes, index - 8) == checksum(written),
                number(bytes, index - 4) == UInt32(truncatingIfNeeded: written.count)
            else { throw .broken }
        }
        return output
    }

    /// The index behind a member's header (2.3).
    private static func pastHeader(_ bytes: [UInt8], _ start: Int) throws(Problem) -> Int {
        let flags = bytes[start + 3]
        var index = start + 10
        if flags & 4 != 0 {
            guard index + 2 <= bytes.count else { throw .broken }
            index += 2 + Int(bytes[index]) + Int(bytes[index + 1]) << 8
        }
        for flag: UInt8 in [8, 16] where flags & flag != 0 {
            guard index < bytes.count, let end = bytes[index...].firstIndex(of: 0) else { throw .broken }
            index = end + 1
        }
        if flags & 2 != 0 { index += 2 }
        guard index < bytes.count else { throw .broken }
        return index
    }

    private static func number(_ bytes: [UInt8], _ index: Int) -> UInt32 {
        bytes[index..<index + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        ~bytes.reduce(~0) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }
}

/// One stream of deflate (RFC 1951).
struct Inflate {
    private let bytes: [UInt8]
    private let limit: Int
    private var index: Int
    private var buffer = 0
    private var held = 0

    init(_ bytes: [UInt8], at index: Int, limit: Int) {
        self.bytes = bytes
        self.index = index
        self.limit = limit
    }

    /// The index behind the stream, once it has run.
    var end: Int { index }

    mutating func run(into output: inout [UInt8]) throws(Gunzip.Problem) {
        let start = output.count
        var isLast = false
        while !isLast {
            isLast = try bits(1) == 1
            switch try bits(2) {
            case 0: try stored(&output)
            case 1: try packed(&output, start, Self.fixed.literals, Self.fixed.distances)
            case 2:
                let (literals, distances) = try codes()
                try packed(&output, start, literals, distances)
            default: throw .broken
            }
        }
    }

    private mutating func bits(_ count: Int) throws(Gunzip.Problem) -> Int {
        while held < count {
            guard index < bytes.count else { throw .broken }
            buffer |= Int(bytes[index]) << held
            index += 1
            held += 8
        }
        defer {
            buffer >>= count
            held -= count
        }
        return buffer & (1 << count - 1)
    }

    private mutating func stored(_ output: inout [UInt8]) throws(Gunzip.Problem) {
        (buffer, held) = (0, 0)
        let (length, check) = (try bits(16), try bits(16))
        guard length ^ check == 0xFFFF, index + length <= bytes.count else { throw .broken }
        guard output.count + length <= limit else { throw .tooLarge }
        output += bytes[index..<index + length]
        index += length
    }

    private mutating func packed(
        _ output: inout [UInt8], _ start: Int, _ literals: Code, _ distances: Code
    ) throws(Gunzip.Problem) {
        while true {
            let symbol = try next(literals)
            guard output.count < limit || symbol == 256 else { throw .tooLarge }
            if symbol < 256 {
                output.append(UInt8(symbol))
                continue
            }
            if symbol == 256 { return }
            guard symbol < 286 else { throw .broken }
            let length = Self.lengths[symbol - 257] + (try bits(Self.lengthBits[symbol - 257]))
            let far = try next(distances)
            guard far < 30 else { throw .broken }
            let distance = Self.distances[far] + (try bits(far < 4 ? 0 : far / 2 - 1))
            guard distance <= output.count - start else { throw .broken }
            guard output.count + length <= limit else { throw .tooLarge }
            for _ in 0..<length { output.append(output[output.count - distance]) }
        }
    }

    private mutating func next(_ code: Code) throws(Gunzip.Problem) -> Int {
        var (value, first, place) = (0, 0, 0)
        for length in 1...15 {
            value |= try bits(1)
            let count = code.counts[length]
            if value - count < first { return code.symbols[place + value - first] }
            place += count
            first = (first + count) << 1
            value <<= 1
        }
        throw .broken
    }

    /// The codes of a block that brings its own (3.2.7).
    private mutating func codes() throws(Gunzip.Problem) -> (Code, Code) {
        let (literals, distances, sizes) = (try bits(5) + 257, try bits(5) + 1, try bits(4) + 4)
        var lengths = [Int](repeating: 0, count: 19)
        for place in Self.order.prefix(sizes) { lengths[place] = try bits(3) }
        let code = try Code(lengths)
        lengths = []
        while lengths.count < literals + distances {
            let symbol = try next(code)
            switch symbol {
            case 0...15: lengths.append(symbol)
            case 16:
                guard let last = lengths.last else { throw .broken }
                lengths += [Int](repeating: last, count: 3 + (try bits(2)))
            case 17: lengths += [Int](repeating: 0, count: 3 + (try bits(3)))
            default: lengths += [Int](repeating: 0, count: 11 + (try bits(7)))
            }
        }
        guard lengths.count == literals + distances else { throw .broken }
        return (try Code(Array(lengths[..<literals])), try Code(Array(lengths[literals...])))
    }

    /// A canonical code: how many symbols there are of each length, and which.
    private struct Code {
        private(set) var counts = [Int](repeating: 0, count: 16)
        private(set) var symbols: [Int] = []

        init(_ lengths: [Int]) throws(Gunzip.Problem) {
            for length in lengths where length > 0 { counts[length] += 1 }
            var left = 1
            for length in 1...15 {
                left = left * 2 - counts[length]
                guard left >= 0 else { throw .broken }
            }
            for length in 1...15 { symbols += lengths.indices.filter { lengths[$0] == length } }
        }
    }

    private static let fixed: (literals: Code, distances: Code) = {
        let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
        guard let literals = try? Code(lengths), let distances = try? Code([Int](repeating: 5, count: 30)) else {
            preconditionFailure("the codes of RFC 1951, 3.2.6, are sound")
        }
        return (literals, distances)
    }()

    private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    private static let lengths = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distances = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577,
    ]
}
