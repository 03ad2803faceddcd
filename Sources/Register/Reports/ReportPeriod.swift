public import Model

/// A period that a report is about.
public struct ReportPeriod: Sendable, Equatable {
    /// The first day.
    public let first: Day
    /// The last day.
    public let last: Day

    /// From one day to another; nil where the last comes before the first.
    public init?(from first: Day, to last: Day) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    /// A period as people write it: `2026`, `2026-Q3`, `2026-07`, `2026-07-14`, or two days with `..` between.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        if let gap = bytes.indices.dropLast().first(where: { bytes[$0] == 0x2E && bytes[$0 + 1] == 0x2E }) {
            guard let first = Day(iso: String(decoding: bytes[..<gap], as: UTF8.self)),
                let last = Day(iso: String(decoding: bytes[(gap + 2)...], as: UTF8.self))
            else { return nil }
            self.init(from: first, to: last)
        } else if let day = Day(iso: text) {
            self.init(from: day, to: day)
        } else {
            self.init(part: bytes)
        }
    }

    private init?(part bytes: [UInt8]) {
        // `Int` would take `+026` for a year.
        guard bytes.count >= 4, !bytes.contains(0x2B), let year = Int(String(decoding: bytes[..<4], as: UTF8.self))
        else {
            return nil
        }
        let rest = String(decoding: bytes[4...], as: UTF8.self)
        let (start, months): (Int, Int)
        if rest.isEmpty {
            (start, months) = (1, 12)
        } else if rest.hasPrefix("-Q"), rest.utf8.count == 3, let quarter = Int(rest.dropFirst(2)),
            (1...4).contains(quarter)
        {
            (start, months) = (quarter * 3 - 2, 3)
        } else if rest.hasPrefix("-"), rest.utf8.count == 3, let month = Int(rest.dropFirst()) {
            (start, months) = (month, 1)
        } else {
            return nil
        }
        guard let first = Day(year: year, month: start, day: 1) else { return nil }
        self.init(from: first, to: first.adding(months: months).adding(days: -1))
    }
}
