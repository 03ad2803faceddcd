import Model

/// A text as the fact scanners read it: punctuation and width unified, once with case and once without.
///
/// Both forms have the same length, so that an offset in one is an offset in the other; `original(_:)` leads back to
/// the text as it came.
struct FactText: Sendable {
    /// The text as it came.
    let bytes: [UInt8]
    /// The bytes with their case.
    let cased: [UInt8]
    /// The bytes in lower case.
    let lower: [UInt8]
    /// Where the distance between an offset here and one in the original changes.
    private let shifts: [(here: Int, original: Int)]

    /// Unifies a text.
    init(_ text: String) {
        let bytes = Array(text.utf8)
        var cased: [UInt8] = []
        cased.reserveCapacity(bytes.count)
        var shifts: [(here: Int, original: Int)] = []
        var index = 0
        while index < bytes.count {
            guard let folded = FactFolding.fold(bytes, index) else {
                cased.append(bytes[index])
                index += 1
                continue
            }
            if let byte = folded.byte { cased.append(byte) }
            index += folded.length
            shifts.append((cased.count, index))
        }
        self.bytes = bytes
        self.cased = cased
        self.shifts = shifts
        lower = FactFolding.lowered(cased)
    }

    /// The number of bytes.
    var count: Int { cased.count }

    /// The offset in the original of an offset here.
    func original(_ here: Int) -> Int {
        var (low, high) = (0, shifts.count)
        while low < high {
            let middle = (low + high) / 2
            if shifts[middle].here <= here { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return here }
        return shifts[low - 1].original + here - shifts[low - 1].here
    }

    /// The words of a range here, as the original has them.
    func words(_ range: Range<Int>) -> String {
        String(decoding: bytes[clamp(original(range.lowerBound))..<clamp(original(range.upperBound))], as: UTF8.self)
    }

    /// The bytes of a range with their case, as text.
    func text(_ range: Range<Int>) -> String { String(decoding: cased[range], as: UTF8.self) }

    /// The words of a range with some words before and after, in one line.
    func context(_ range: Range<Int>) -> String {
        var start = max(0, clamp(original(range.lowerBound)) - 48)
        var end = min(bytes.count, clamp(original(range.upperBound)) + 48)
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        let line = bytes[start..<end].map { $0 < 0x20 ? 0x20 : $0 }
        return String(decoding: line, as: UTF8.self)
    }

    /// The evidence of a rule at a range.
    func evidence(_ rule: String, _ range: Range<Int>, _ field: Evidence.Field) -> Evidence {
        Evidence(
            rule: rule, words: words(range), field: field, offset: clamp(original(range.lowerBound)),
            context: context(range))
    }

    private func clamp(_ offset: Int) -> Int { min(max(offset, 0), bytes.count) }
}
