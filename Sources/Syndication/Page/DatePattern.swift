import Model

/// How a page writes its dates, in the letters `yyyy MM dd HH mm ss`; all else in the pattern stands for itself.
struct DatePattern {
    private let letters: [UInt8]

    init(_ pattern: String) { letters = Array(pattern.utf8) }

    /// The first place in the text that the pattern fits; nil where it fits nowhere.
    func instant(_ text: String, _ dates: DateReader) -> Instant? {
        let bytes = Array(text.utf8.prefix(2000))
        for start in bytes.indices {
            guard let parts = match(bytes, at: start) else { continue }
            let year = parts[0x79] ?? 0
            let full = year < 100 ? 2000 + year : year
            guard full > 999 else { return nil }
            let day = "\(full)-\(parts[0x4D] ?? 1)-\(parts[0x64] ?? 1)"
            return dates.instant("\(day) \(parts[0x48] ?? 0):\(parts[0x6D] ?? 0):\(parts[0x73] ?? 0)")
        }
        return nil
    }

    private func match(_ bytes: [UInt8], at start: Int) -> [UInt8: Int]? {
        var parts: [UInt8: Int] = [:]
        var (at, index) = (start, 0)
        guard !isDigit(bytes, start - 1) || !isField(0) else { return nil }
        while index < letters.count {
            guard isField(index) else {
                guard at < bytes.count, bytes[at] == letters[index] else { return nil }
                (at, index) = (at + 1, index + 1)
                continue
            }
            let letter = letters[index]
            let width = letters[index...].prefix { $0 == letter }.count
            let isJoined = isField(index + width)
            // One letter stands for one or two digits, unless the next number follows at once.
            // No number of a date is longer than a year.
            let end = bytes[at...].prefix(min(4, isJoined ? width : max(2, width))).prefix {
                (0x30...0x39).contains($0)
            }
            .endIndex
            guard end > at, letter != 0x79 || end - at == width, isJoined || !isDigit(bytes, end) else { return nil }
            parts[letter] = bytes[at..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
            (at, index) = (end, index + width)
        }
        return parts
    }

    private func isField(_ index: Int) -> Bool {
        letters.indices.contains(index) && [0x79, 0x4D, 0x64, 0x48, 0x6D, 0x73].contains(letters[index])
    }

    /// Whether a digit stands there: a number is never cut in two.
    private func isDigit(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes.indices.contains(index) && (0x30...0x39).contains(bytes[index])
    }
}
