public import Model

/// Writes dates with legal effect as a calendar (RFC 5545) that updates what it published before.
public struct CalendarRenderer: Sendable {
    /// A renderer.
    public init() {}

    /// The dates of a digest.
    ///
    /// - Parameter digest: The digest.
    /// - Returns: The calendar, lines ended by CR LF.
    public func calendar(of digest: Digest) -> String {
        let words = Words(digest.recipient.language)
        return calendar(
            named: "\(words("dates")) · \(digest.organisation)", digest.dates, language: digest.recipient.language,
            stamp: digest.composed)
    }

    /// Some dates.
    ///
    /// - Parameters:
    ///   - name: What the calendar is called.
    ///   - dates: The dates.
    ///   - language: The reader's language.
    ///   - stamp: When it is written.
    /// - Returns: The calendar, lines ended by CR LF.
    public func calendar(
        named name: String, _ dates: [UpcomingDate], language: Language = .english, stamp: Instant
    ) -> String {
        let words = Words(language)
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//lexwatch//lexwatch//EN", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "X-WR-CALNAME:\(Self.escaped(name))",
        ]
        for date in dates { lines += event(date, words, stamp) }
        lines.append("END:VCALENDAR")
        return lines.map(Self.folded).joined()
    }

    private func event(_ date: UpcomingDate, _ words: Words, _ stamp: Instant) -> [String] {
        let summary = "\(date.matter): \(words(date.name))"
        var description = [date.title]
        if !date.subjects.isEmpty {
            description.append(words("labelled", ["label": words("concerns"), "text": words.list(date.subjects)]))
        }
        if let old = date.movedFrom {
            description.append(words("moved", ["old": words.day(old), "new": words.day(date.day)]))
        }
        var lines = [
            "BEGIN:VEVENT", "UID:\(Self.escaped(date.uid))", "DTSTAMP:\(Self.moment(stamp))",
            "LAST-MODIFIED:\(Self.moment(date.changed))", "SEQUENCE:\(max(0, date.sequence))",
            "DTSTART;VALUE=DATE:\(Self.day(date.day))", "DTEND;VALUE=DATE:\(Self.day(date.day.adding(days: 1)))",
            "SUMMARY:\(Self.escaped(summary))",
            "DESCRIPTION:\(description.map(Self.escaped).joined(separator: "\\n"))",
            "STATUS:\(date.notice == .cancelled ? "CANCELLED" : "CONFIRMED")", "TRANSP:TRANSPARENT",
        ]
        if let link = Plain.link(date.link) { lines.append("URL:\(link)") }
        return lines + ["END:VEVENT"]
    }

    private static func day(_ day: Day) -> String { day.description.filter { $0 != "-" } }

    private static func moment(_ instant: Instant) -> String {
        instant.description.filter { $0 != "-" && $0 != ":" }
    }

    /// A TEXT value on one line (3.3.11).
    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in Plain.line(text).unicodeScalars {
            if scalar == "\\" || scalar == ";" || scalar == "," { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    /// A line in pieces of 75 octets at most, never through a character (3.1).
    private static func folded(_ line: String) -> String {
        var result = ""
        var octets = 0
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if octets + width > 75 {
                result += "\r\n "
                octets = 1
            }
            result.unicodeScalars.append(scalar)
            octets += width
        }
        return result + "\r\n"
    }
}
