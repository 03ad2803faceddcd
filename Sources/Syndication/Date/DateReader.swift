public import Model

/// Reads dates as courts, gazettes and feeds write them.
///
/// A date that cannot be read is nil: no part of it is ever made up. A day without a time is its midnight, a month
/// without a day its first day, as in the W3C's date format.
public struct DateReader: Sendable {
    private let localOffset: (@Sendable (Int64) -> Int)?
    /// What `05/03/2024` means where nothing in the text decides; nil where nobody knows.
    let order: DateOrder?
    private let namedOffset: (@Sendable (String, Int64) -> Int?)?
    private var language: String?
    private var isOfTaiwan = false

    /// A reader that takes dates without a zone for UTC, unless told otherwise.
    ///
    /// - Parameters:
    ///   - localOffset: Seconds east of UTC at a local time, given as seconds since 1970 on the local clock.
    ///   - order: What `05/03/2024` means where nothing else in the text decides.
    ///   - namedOffset: Seconds east of UTC in a zone by its name (`Europe/Paris`), at a local time; nil where the
    ///     name is unknown.
    public init(
        localOffset: (@Sendable (_ localSecondsSince1970: Int64) -> Int)? = nil, order: DateOrder? = nil,
        namedOffset: (@Sendable (_ zone: String, _ localSecondsSince1970: Int64) -> Int?)? = nil
    ) {
        self.localOffset = localOffset
        self.order = order
        self.namedOffset = namedOffset
    }

    /// The same reader with another order of day and month.
    public func ordered(_ order: DateOrder?) -> DateReader {
        var reader = DateReader(localOffset: localOffset, order: order, namedOffset: namedOffset)
        reader.language = language
        reader.isOfTaiwan = isOfTaiwan
        return reader
    }

    /// The same reader for text in a language, which decides what its own reader leaves open.
    ///
    /// - Parameter language: A BCP 47 tag; `listopada` is October in Croatian and November in Polish.
    /// - Returns: A reader with that language's order, where it has none of its own.
    public func speaking(_ language: String?) -> DateReader {
        guard let language, !language.isEmpty else { return self }
        var reader = order == nil ? ordered(DateOrder(language: language)) : self
        let parts = language.lowercased().split { $0 == "-" || $0 == "_" }
        reader.language = parts.first.map(String.init)
        reader.isOfTaiwan = parts.first == "zh" && parts.contains("tw")
        return reader
    }

    /// The moment that a text means; nil where it cannot be read.
    public func instant(_ text: String) -> Instant? { instant(text, onlyUsual: false) }

    /// The moment that a text means.
    ///
    /// - Parameters:
    ///   - text: Any text.
    ///   - onlyUsual: Whether to try no forms but the two that nearly every feed uses, which cost next to nothing.
    /// - Returns: The moment; nil where it cannot be read.
    func instant(_ text: String, onlyUsual: Bool) -> Instant? {
        var text = text
        return text.withUTF8 { instant(utf8: $0, onlyUsual: onlyUsual) }
    }

    private func instant(utf8 bytes: UnsafeBufferPointer<UInt8>, onlyUsual: Bool) -> Instant? {
        let bytes = trimmed(bytes)
        if let civil = FastDate.rfc3339(bytes) ?? FastDate.rfc822(bytes) { return instant(civil) }
        guard !onlyUsual, !bytes.isEmpty else { return nil }
        // Programs escape once too often: `5&nbsp;March`, `5<sup>th</sup> March`.
        if bytes.contains(where: { $0 == 0x26 || $0 == 0x3C }) {
            let text = PlainText.from(markup: String(decoding: bytes.prefix(Self.markupLength), as: UTF8.self))
            if let civil = interpreted(text) { return instant(civil) }
        }
        return interpreted(bytes).flatMap(instant)
    }

    private func interpreted(_ text: String) -> CivilTime? {
        var text = text
        return text.withUTF8 { interpreted($0) }
    }

    private func interpreted(_ bytes: UnsafeBufferPointer<UInt8>) -> CivilTime? {
        DateInterpreter.read(bytes, order: order, language: language, isOfTaiwan: isOfTaiwan)
    }

    private func instant(_ civil: CivilTime) -> Instant? {
        guard civil.hasRealParts, let day = Day(year: civil.year, month: civil.month, day: civil.day) else {
            return nil
        }
        // A leap second has the number of the second after it, as in POSIX.
        let local = Int64(day.number) * 86400 + Int64(civil.hour * 3600 + civil.minute * 60 + civil.second)
        let named = civil.zoneName.flatMap { namedOffset?($0, local) }
        // Of an abbreviation with several meanings the source's own clock tells which.
        let own = civil.offset == nil || !civil.rivalOffsets.isEmpty ? localOffset?(local) : nil
        let written = own.flatMap { civil.rivalOffsets.contains($0) ? $0 : nil } ?? civil.offset
        let offset = written ?? named ?? own ?? civil.customaryOffset ?? 0
        let seconds = local - Int64(offset)
        return Self.years.contains(seconds) ? Instant(secondsSince1970: seconds) : nil
    }

    private func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var (start, end) = (0, bytes.count)
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return UnsafeBufferPointer(rebasing: bytes[start..<end])
    }

    /// How many bytes of markup may hold the text that is looked at.
    private static let markupLength = 1600
    /// The years 1 to 9999, in seconds since 1970.
    private static let years: ClosedRange<Int64> = -62_135_596_800...253_402_300_799
}
