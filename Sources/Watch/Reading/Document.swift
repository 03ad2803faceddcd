import Foundation
import Model
import Syndication

/// What one document of a source holds.
struct Document: Sendable, Equatable {
    var entries: [Entry] = []
    /// What was wrong with the document although it could be read.
    var warnings: [String] = []
    /// Facts that no entry has at all. Whether that is a fault depends on what the source stated before.
    var absentFacts: [AbsentFact] = []
    /// Where entries are that this document no longer holds: an archive (RFC 5005), else the next page.
    var older: String?
    /// Whether the document holds every entry there is (RFC 5005), so that none can have been missed.
    var isComplete = false
    /// Whether the document ended before its time: what it holds counts, and what the server says of it does not.
    var isTruncated = false
    /// Where the source says it has moved to.
    var movedTo: String?
    /// How often the publisher asks to be read; nil where it does not say.
    var wish: ReadingWish?

    /// Whether it holds what came since a moment: all there is, or below the others an entry that is older. One that
    /// stands above newer ones may be pinned there.
    func reaches(back moment: Instant) -> Bool {
        let dates = entries.compactMap(\.text.dated)
        let oldest = dates == dates.sorted() ? dates.first : dates.last
        return isComplete || oldest.map { $0 <= moment } ?? false
    }

    /// Reads the bytes of a source as its definition says.
    ///
    /// - Throws: Why it could not be read, as a cause of the closed set.
    static func read(_ bytes: [UInt8], of source: Source, at address: String, contentType: String?)
        throws(FetchFailure) -> Document
    {
        switch source.format {
        case .feed: try feed(bytes, source, address, contentType)
        case .page(let selectors): try page(bytes, selectors, source, address, contentType)
        case .json(let paths): try api(bytes, paths, source, address, contentType)
        }
    }

    private static func feed(
        _ bytes: [UInt8], _ source: Source, _ address: String, _ contentType: String?
    ) throws(FetchFailure) -> Document {
        var feed: Feed
        do {
            feed = try Feed(
                bytes, base: address, contentType: contentType, language: source.language.rawValue,
                dates: dates(of: source))
        } catch {
            throw FetchFailure(error)
        }
        if feed.items.isEmpty || (feed.endsInItem && feed.items.count == 1), feed.isTruncated {
            let reasons = feed.warnings.prefix(5).map { PlainText.clean($0.description) }
            throw FetchFailure(.notAFeed, "no entry could be read: \(reasons.joined(separator: "; "))")
        }
        if feed.endsInItem {
            feed.items.removeLast()
            feed.warnings.insert(FeedWarning("the last entry broke off, and waits for the next reading"), at: 0)
        }
        return Document(
            entries: EntryReader.entries(of: feed, from: source),
            warnings: feed.warnings.prefix(20).map { PlainText.clean($0.description) },
            older: feed.paging.previousArchive ?? feed.paging.next,
            isComplete: feed.paging.isComplete, isTruncated: feed.isTruncated, movedTo: feed.movedTo,
            wish: ReadingWish(feed.rhythm))
    }

    /// A reader of dates that knows the source's own zone and language; where the document names another, that counts.
    static func dates(of source: Source) -> DateReader {
        let order = DateOrder(language: source.language.rawValue, jurisdiction: source.jurisdiction.code)
        var reader = DateReader(order: order, namedOffset: namedOffset)
        if let zone = source.clock {
            reader = DateReader(localOffset: { zone.offset(atLocal: $0) }, order: order, namedOffset: namedOffset)
        }
        return reader.speaking(source.language.rawValue)
    }

    /// Seconds east of UTC in a zone of the IANA database; nil where it has none of that name.
    @Sendable static func namedOffset(_ name: String, _ local: Int64) -> Int? {
        TimeZone(identifier: name)?.offset(atLocal: local)
    }
}

extension ReadingWish {
    /// What a feed wishes; of several intervals the shortest counts. nil where it wishes nothing.
    init?(_ rhythm: FeedRhythm) {
        let period = rhythm.updatePeriod.map { $0 / max(1, rhythm.updateFrequency ?? 1) }
        // Nobody means longer, and what was read once could otherwise be asked for never again.
        let minutes = rhythm.minutesToLive.map { min($0, 366 * 24 * 60) }
        self.init(
            every: [period, minutes.map { $0 * 60 }].compactMap(\.self).min(), restHours: rhythm.skipHours,
            restDays: rhythm.skipDays)
        if self == ReadingWish() { return nil }
    }
}

extension TimeZone {
    /// The offset at a local time: asked at that time as if it were UTC, then once more with the answer.
    fileprivate func offset(atLocal local: Int64) -> Int {
        let first = secondsFromGMT(for: Date(timeIntervalSince1970: Double(local)))
        return secondsFromGMT(for: Date(timeIntervalSince1970: Double(local) - Double(first)))
    }
}

extension FetchFailure {
    /// Why a document is no feed, as a cause of the closed set.
    init(_ reason: NotAFeed) {
        let detail = PlainText.clean(reason.description)
        switch reason {
        case .empty: self.init(.empty, detail)
        case .webPage(.challenge, _): self.init(.botWall, detail)
        case .webPage: self.init(.webPage, detail)
        case .tooDeep, .tooLarge: self.init(.tooLarge, detail)
        case .notXML, .malformed, .unknownRoot, .otherJSON, .binary: self.init(.notAFeed, detail)
        }
    }
}
