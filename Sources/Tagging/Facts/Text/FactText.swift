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
    /// The bytes in lower case; empty until they are asked for.
    private(set) var lower: [UInt8] = []
    /// Whether it has a digit, or a month as Chinese and Japanese write it: without one it states neither citations nor
    /// dates.
    let hasDigits: Bool
    /// Where the distance between an offset here and one in the original changes.
    private let shifts: [(here: Int, original: Int)]

    /// Unifies a text.
    init(_ text: String) { self.init(Array(text.utf8)) }

    /// Unifies a text of UTF-8.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var shifts: [(here: Int, original: Int)] = []
        guard var index = FactFolding.firstChange(in: bytes, from: 0) else {
            cased = bytes
            self.shifts = shifts
            hasDigits = Self.hasNumbers(bytes)
            return
        }
        var cased: [UInt8] = []
        cased.reserveCapacity(bytes.count)
        var copied = 0
        while true {
            let folded = FactFolding.fold(bytes, index)
            if let folded {
                cased += bytes[copied..<index]
                if let byte = folded.byte { cased.append(byte) }
                index += folded.length
                copied = index
                if folded.length != 1 { shifts.append((cased.count, index)) }
            } else {
                index += 1
            }
            guard let next = FactFolding.firstChange(in: bytes, from: index) else { break }
            index = next
        }
        cased += bytes[copied...]
        self.cased = cased
        self.shifts = shifts
        hasDigits = Self.hasNumbers(cased)
    }

    private static func hasNumbers(_ bytes: [UInt8]) -> Bool {
        // 月, whose months may be spelt: 六月.
        bytes.contains(where: Bytes.isDigit)
            || bytes.indices.contains { bytes[$0] == 0xE6 && bytes[$0...].starts(with: [0xE6, 0x9C, 0x88]) }
    }

    /// Makes the lower-case form, for those who read it.
    mutating func lowerCase() { lower = FactFolding.lowered(cased) }

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

    /// Where a range of the original stands here.
    func here(_ original: Range<Int>) -> Range<Int> {
        let start = here(original.lowerBound)
        return start..<max(start, here(original.upperBound))
    }

    private func here(_ original: Int) -> Int {
        var (low, high) = (0, shifts.count)
        while low < high {
            let middle = (low + high) / 2
            if shifts[middle].original <= original { low = middle + 1 } else { high = middle }
        }
        let limit = low < shifts.count ? shifts[low].here : count
        guard low > 0 else { return min(original, limit) }
        return min(shifts[low - 1].here + original - shifts[low - 1].original, limit)
    }

    /// The bytes of a range with their case, as text.
    func text(_ range: Range<Int>) -> String { String(decoding: cased[range], as: UTF8.self) }

    /// Some words before the range, the range itself, and some words after, in the original.
    private func around(_ range: Range<Int>) -> Range<Int> {
        let first = clamp(original(range.lowerBound))
        let last = clamp(original(range.upperBound))
        var start = max(0, first - 48)
        var end = min(bytes.count, last + 48)
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        // Words that are cut in two are left out.
        if start > 0, Bytes.wordEnds(bytes, at: start), Bytes.wordGoesOn(bytes, at: start) {
            start = bytes[start..<max(start, first)].firstIndex { $0 <= 0x20 }.map { $0 + 1 } ?? start
        }
        if end < bytes.count, Bytes.wordEnds(bytes, at: end), Bytes.wordGoesOn(bytes, at: end) {
            end = bytes[min(last, end)..<end].lastIndex { $0 <= 0x20 } ?? end
        }
        return start..<end
    }

    /// The evidence of a rule at a range.
    func evidence(_ rule: String, _ range: Range<Int>, _ field: Evidence.Field) -> Evidence {
        let words = clamp(original(range.lowerBound))..<clamp(original(range.upperBound))
        return Evidence(rule: rule, field: field, passage: Passage(of: bytes, words: words, context: around(range)))
    }

    private func clamp(_ offset: Int) -> Int { min(max(offset, 0), bytes.count) }
}
