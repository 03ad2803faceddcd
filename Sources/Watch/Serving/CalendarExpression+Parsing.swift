import Foundation

extension CalendarExpression {
    /// Why a text is no calendar expression.
    public struct Mistake: Error, Equatable, Sendable {
        /// What is wrong with which part.
        public let what: String
    }

    private static let shortcuts = [
        "minutely": "*-*-* *:*:00", "hourly": "*-*-* *:00:00", "daily": "*-*-* 00:00:00",
        "weekly": "Mon *-*-* 00:00:00", "monthly": "*-*-01 00:00:00", "quarterly": "*-01,04,07,10-01 00:00:00",
        "yearly": "*-01-01 00:00:00",
    ]

    /// Reads an expression.
    ///
    /// - Parameter text: `[WEEKDAYS] [[YEAR-]MONTH-DAY] [HOUR:MINUTE[:SECOND]] [ZONE]`, or a word such as `hourly`.
    /// - Throws: ``Mistake`` where it is none.
    public init(_ text: String) throws(Mistake) {
        self.text = text
        var parts = text.split(separator: " ").map(String.init)
        if let meaning = parts.first.flatMap({ Self.shortcuts[$0] }) {
            parts.replaceSubrange(0..<1, with: meaning.split(separator: " ").map(String.init))
        }
        guard !parts.isEmpty else { throw Mistake(what: "there is no expression") }
        zone = Self.takeZone(&parts)
        weekdays = try Self.takeWeekdays(&parts)
        let date = try Self.takeDate(&parts)
        (years, months, days) = (date[0], date[1], date[2])
        let time = try Self.takeTime(&parts)
        (hours, minutes, seconds) = (time[0], time[1], time[2])
        if let rest = parts.first { throw Mistake(what: "'\(rest)' is neither weekday, date, time nor zone") }
    }

    private static func takeZone(_ parts: inout [String]) -> TimeZone? {
        guard let last = parts.last, last.utf8.first.map(isLetter) == true, parts.count > 1,
            let zone = TimeZone(identifier: last)
        else { return nil }
        parts.removeLast()
        return zone
    }

    private static let weekdayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    private static func takeWeekdays(_ parts: inout [String]) throws(Mistake) -> Set<Int> {
        guard let word = parts.first, word.utf8.first.map(isLetter) == true else { return [] }
        var result: Set<Int> = []
        for piece in word.split(separator: ",", omittingEmptySubsequences: false) {
            var ends: [Int] = []
            for name in piece.split(separator: ".") {
                let short = name.lowercased().prefix(3)
                guard let number = weekdayNames.firstIndex(of: String(short)) else {
                    throw Mistake(what: "'\(name)' is no day of the week (Mon, Tue, Wed, Thu, Fri, Sat, Sun)")
                }
                ends.append(number)
            }
            guard let first = ends.first, let last = ends.last, ends.count <= 2 else {
                throw Mistake(what: "'\(word)' are no days of the week")
            }
            result.formUnion((0..<7).filter { first <= last ? $0 >= first && $0 <= last : $0 >= first || $0 <= last })
        }
        parts.removeFirst()
        return result
    }

    private static func takeDate(_ parts: inout [String]) throws(Mistake) -> [CalendarField] {
        guard let word = parts.first, word.utf8.contains(UInt8(ascii: "-")) else {
            return [CalendarField(), CalendarField(), CalendarField()]
        }
        parts.removeFirst()
        var pieces = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        if pieces.count == 2 { pieces.insert("*", at: 0) }
        guard pieces.count == 3 else { throw Mistake(what: "'\(word)' is no date: write *-*-* or *-*-01") }
        return [
            try field(pieces[0], 1970...2199, "year"), try field(pieces[1], 1...12, "month"),
            try field(pieces[2], 1...31, "day"),
        ]
    }

    private static func takeTime(_ parts: inout [String]) throws(Mistake) -> [CalendarField] {
        guard let word = parts.first, word.utf8.contains(UInt8(ascii: ":")) else {
            let zero = CalendarField(ranges: [.init(first: 0, last: 0, step: 1)])
            return [zero, zero, zero]
        }
        parts.removeFirst()
        var pieces = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        if pieces.count == 2 { pieces.append("00") }
        guard pieces.count == 3 else { throw Mistake(what: "'\(word)' is no time: write 08:00 or 08:00:00") }
        return [
            try field(pieces[0], 0...23, "hour"), try field(pieces[1], 0...59, "minute"),
            try field(pieces[2], 0...59, "second"),
        ]
    }

    /// `*`, `5`, `1,15`, `1..5`, `*/2`, `0/15`.
    private static func field(
        _ text: String, _ bounds: ClosedRange<Int>, _ name: String
    ) throws(Mistake) -> CalendarField {
        var ranges: [CalendarField.Range] = []
        for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
            let halves = piece.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            let step = halves.count == 2 ? Int(halves[1]) : 1
            guard let range = halves.first, halves.count <= 2, let step, step > 0, step <= bounds.upperBound else {
                throw Mistake(what: "'\(piece)' is no \(name)")
            }
            let ends = range == "*" ? [bounds.lowerBound, bounds.upperBound] : try numbers(range, bounds, name)
            guard let first = ends.first, let last = ends.last, first <= last else {
                throw Mistake(what: "'\(piece)' is no \(name)")
            }
            let isOpen = halves.count == 2 && ends.count == 1
            ranges.append(.init(first: first, last: isOpen ? bounds.upperBound : last, step: step))
        }
        return CalendarField(ranges: ranges)
    }

    private static func numbers(
        _ text: String, _ bounds: ClosedRange<Int>, _ name: String
    ) throws(Mistake) -> [Int] {
        var result: [Int] = []
        for piece in text.split(separator: ".") {
            guard let number = Int(piece), bounds.contains(number) else {
                throw Mistake(what: "'\(text)' is no \(name) from \(bounds.lowerBound) to \(bounds.upperBound)")
            }
            result.append(number)
        }
        guard (1...2).contains(result.count) else { throw Mistake(what: "'\(text)' is no \(name)") }
        return result
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
