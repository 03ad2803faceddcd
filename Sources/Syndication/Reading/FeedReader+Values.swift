import Model

extension FeedReader {
    /// Ends the gathering of text and gives what was gathered to the field that it belongs to.
    mutating func endCapture() {
        guard let current = capture.take() else { return }
        inner.removeAll(keepingCapacity: true)
        let text = trimmedBuffer()
        switch current.element {
        case .title, .mediaTitle: takeTitle(current, text)
        case .guid, .about: takeIdentifier(current, text)
        case .link:
            takeWrittenLink(current, Link.withPlainAmpersands(text))
        case .published, .issued, .date, .updated, .modified, .created, .built: takeDate(current, text)
        case .summary, .abstract, .subtitle, .encoded, .body, .mediaSummary: takeText(current, text)
        case .author, .creator: takeAuthor(current, text)
        case .category, .subject, .keywords: takeCategories(current, text)
        case .source: takeSource(current, text)
        case .language: takeLanguage(text)
        case .minutesToLive, .updatePeriod, .updateFrequency, .movedTo: takeRhythm(current.element, text)
        default: break
        }
        if let name = current.extensionName,
            current.element == .foreign || !current.attributes.isEmpty || current.vocabulary == .dcterms
        {
            keep(name, text, current)
        }
    }

    private func trimmedBuffer() -> String {
        var (start, end) = (0, buffer.count)
        while start < end, buffer[start] <= 0x20 { start += 1 }
        while end > start, buffer[end - 1] <= 0x20 { end -= 1 }
        return buffer.withUnsafeBufferPointer {
            let text = UnsafeBufferPointer(rebasing: $0[start..<end])
            if let repaired = TwiceEncoded.repaired(text) ?? Windows1252.repaired(text) {
                return String(decoding: repaired, as: UTF8.self)
            }
            return String(decoding: text, as: UTF8.self)
        }
    }

    private mutating func keep(_ name: String, _ text: String, _ current: Capture) {
        guard current.element == .foreign || current.vocabulary == .dcterms else { return }
        let value = PlainText.from(markup: text)
        update { $0.add(FeedExtension(name: name, value: value, attributes: current.attributes)) }
    }

    private mutating func takeTitle(_ current: Capture, _ text: String) {
        let isEncoded = current.kind == .base64 && Base64.isPossible(text)
        let raw = isEncoded ? Base64.text(text) ?? text : text
        let title: String
        if isPlain(current, raw) {
            title = PlainText.clean(raw)
        } else {
            // Those that say nothing of themselves, or wrongly that they are plain.
            let isOpen = !current.isMarkup && (current.kind == .unspecified || current.kind == .text)
            title = PlainText.from(markup: isOpen ? TitleMarkup.escaped(raw) : raw)
        }
        guard !title.isEmpty else { return }
        let rank: Int
        switch (current.element, current.vocabulary) {
        case (.mediaTitle, _): rank = current.isNested ? 3 : 2
        case (_, .itunes): rank = 4
        case (_, .dcterms): rank = 5
        case (_, .dc): rank = dialect == .atom ? 1 : 0
        case (_, .atom): rank = dialect == .rss && item == nil ? 1 : 0
        default: rank = 0
        }
        update { $0.title.offer(title, rank: rank) }
    }

    private mutating func takeIdentifier(_ current: Capture, _ text: String) {
        guard !text.isEmpty else { return }
        if current.element == .about { return update { $0.id.offer(text, rank: 2) } }
        update { $0.id.offer(text, rank: 0, tie: .lastWins) }
        guard current.isPermalink, item != nil, dialect != .atom else { return }
        // Against a known address, an id that is no address would become a link to nowhere.
        if base.isEmpty || Link.scheme(of: text) != nil || text.utf8.first == 0x2F { offerLink(text, rank: 3) }
    }

    private mutating func takeLanguage(_ text: String) {
        let language = tag(text)
        guard !language.isEmpty else { return }
        update { $0.language = language }
    }

    private mutating func takeCategories(_ current: Capture, _ text: String) {
        let scheme = current.scheme
        guard current.element == .keywords else {
            let term = PlainText.from(markup: text)
            return update { $0.add(FeedCategory(term: term, scheme: scheme)) }
        }
        for term in text.split(separator: ",").prefix(256) {
            update { $0.add(FeedCategory(term: PlainText.from(markup: String(term)), scheme: scheme)) }
        }
    }

    private mutating func takeAuthor(_ current: Capture, _ text: String) {
        let named = current.name ?? ""
        let written = Self.authorName(text)
        let name = !named.isEmpty ? named : current.email ?? (written.isEmpty ? current.address ?? "" : written)
        update { $0.add(author: name) }
    }

    private mutating func takeSource(_ current: Capture, _ text: String) {
        let title = current.name ?? (text.isEmpty ? nil : PlainText.from(markup: text))
        guard item != nil, title != nil || current.address != nil else { return }
        update { $0.source = FeedOrigin(title: title, link: current.address ?? current.email) }
    }

    private mutating func takeRhythm(_ element: Element, _ text: String) {
        guard item == nil else { return }
        switch element {
        case .minutesToLive: rhythm.minutesToLive = Int(text).flatMap { $0 > 0 ? $0 : nil }
        case .updateFrequency: rhythm.updateFrequency = Int(text).flatMap { $0 > 0 ? $0 : nil }
        case .updatePeriod: rhythm.updatePeriod = Self.periods[text.lowercased()]
        default: movedTo = text.isEmpty ? nil : resolve(text)
        }
    }

    private static let periods = [
        "hourly": 3600, "daily": 86400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000,
    ]
}
