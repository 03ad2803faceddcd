/// Reads a feed out of XML: as it is where it is well-formed, after a repair where it is not.
struct XMLReading {
    let root: UnsafeBufferPointer<UInt8>
    let prolog: Prolog
    let base: String
    let dates: DateReader

    func feed() throws(NotAFeed) -> Feed {
        guard prolog.entities.isEmpty else { return try repaired(nil) }
        var reader = newReader()
        if XMLScanner.read(root, telling: &reader) { return try finish(&reader, []) }
        return try feedByLibrary()
    }

    /// Reads it with libxml2, which says what is wrong where something is.
    private func feedByLibrary() throws(NotAFeed) -> Feed {
        guard !hasHugeTag else { return try repaired(nil) }
        var reader = newReader()
        let problem: FeedWarning
        switch XMLStream.read(root, telling: &reader, recovers: false) {
        case .complete: return try finish(&reader, [])
        case .trailing(let line, let offset):
            problem = FeedWarning("something follows the feed", line: line + prolog.lines)
            // Entries after the end are read by the repair, which keeps the root open.
            if !hasEntries(after: offset) { return try finish(&reader, [problem]) }
        case .broken(let line, let reason): problem = FeedWarning(reason, line: line + prolog.lines)
        }
        return try repaired(problem)
    }

    /// Whether a tag is so long that libxml2, which compares each attribute with all others, would take minutes.
    private var hasHugeTag: Bool {
        let scan = ByteScan(root)
        var index = scan.index(of: 0x3C, from: 0)
        while index < root.count {
            let end = scan.index(of: 0x3E, from: index)
            if end - index > 1 << 13 { return true }
            index = scan.index(of: 0x3C, from: end)
        }
        return false
    }

    private func hasEntries(after offset: Int) -> Bool {
        let scan = ByteScan(root)
        return scan.end(of: "<item", from: offset) != nil || scan.end(of: "<entry", from: offset) != nil
    }

    private func newReader() -> FeedReader { FeedReader(root, base: base, dates: dates, firstLine: prolog.lines) }

    private func repaired(_ problem: FeedWarning?) throws(NotAFeed) -> Feed {
        var repair = MarkupRepair(root, entities: prolog.entities)
        repair.run()
        var reader = newReader()
        let outcome = repair.output.withUnsafeBufferPointer { XMLStream.read($0, telling: &reader, recovers: true) }
        var warnings = [problem].compactMap(\.self) + repair.warnings
        var isBrokenOff = repair.notes.contains(.truncated)
        if case .broken(_, let reason) = outcome {
            warnings.append(FeedWarning("not all could be repaired: \(reason)"))
            isBrokenOff = true
        }
        var feed = try finish(&reader, warnings)
        feed.isTruncated = isBrokenOff
        let empty = feed.items.count { $0.isEmpty }
        if empty > 0 { feed.warnings.insert(FeedWarning("\(empty) entries have nothing that could be read"), at: 0) }
        feed.endsInItem = feed.isTruncated && endsInItem
        return feed
    }

    /// Whether an entry begins behind the end of the last one that has an end.
    private var endsInItem: Bool {
        let scan = ByteScan(root)
        func last(_ texts: StaticString...) -> Int { texts.compactMap { scan.lastEnd(of: $0) }.max() ?? 0 }
        let (end, start) = (last("</item", "</entry"), last("<item", "<entry"))
        return end > 0 && start > end && scan.index(of: 0x3E, from: start) < root.count
    }

    private func finish(_ reader: inout FeedReader, _ warnings: [FeedWarning]) throws(NotAFeed) -> Feed {
        guard var feed = reader.finish() else {
            if let first = warnings.first { throw .malformed(line: first.line ?? 1, reason: first.what) }
            throw .unknownRoot(PlainText.clean(prolog.rootName))
        }
        if prolog.isNetscape, feed.format == .rss20 { feed.format = .rss09x }
        if prolog.hasJunk { feed.warnings.insert(FeedWarning("something stands before the feed"), at: 0) }
        feed.warnings = reader.losses + warnings + feed.warnings
        return feed
    }
}
