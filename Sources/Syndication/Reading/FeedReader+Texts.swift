extension FeedReader {
    /// Gives a text to the summary or the content.
    mutating func takeText(_ current: Capture, _ text: String) {
        guard let markup = markup(current, text), !markup.isEmpty else { return }
        switch (current.element, current.vocabulary) {
        case (.encoded, _): update { $0.content.offer(markup, rank: 0) }
        case (.body, _): update { $0.content.offer(markup, rank: 1) }
        case (.summary, _): takeSummary(markup)
        case (.mediaSummary, _): update { $0.summary.offer(markup, rank: 4) }
        case (.subtitle, let vocabulary) where vocabulary == .itunes || item != nil:
            update { $0.summary.offer(markup, rank: 5) }
        case (.subtitle, _): update { $0.summary.offer(markup, rank: 0) }
        case (_, .itunes): update { $0.summary.offer(markup, rank: 3) }
        default: update { $0.summary.offer(markup, rank: 1) }
        }
    }

    /// A second description of an entry is its content.
    private mutating func takeSummary(_ markup: String) {
        let isEntry = item != nil
        update {
            if $0.summary.wants(rank: 0) {
                $0.summary.offer(markup, rank: 0)
            } else if isEntry {
                $0.content.offer(markup, rank: 2)
            }
        }
    }

    /// The text as HTML; nil where it is none, as an image is.
    private func markup(_ current: Capture, _ text: String) -> String? {
        switch current.kind {
        case .base64: Base64.isPossible(text) ? Base64.text(text) : text
        case _ where isPlain(current, text): Self.escaped(text)
        default: text
        }
    }

    /// Whether a text calls itself plain, and is.
    func isPlain(_ current: Capture, _ text: String) -> Bool {
        current.kind == .text && !current.isMarkup && !Self.looksLikeMarkup(text)
    }

    /// Whether text that calls itself plain is markup all the same: it has an end tag or a reference.
    private static func looksLikeMarkup(_ text: String) -> Bool {
        var copy = text
        return copy.withUTF8 { bytes in
            let scan = ByteScan(bytes)
            guard scan.index(of: 0x3C, from: 0) < bytes.count || scan.index(of: 0x26, from: 0) < bytes.count else {
                return true
            }
            for index in bytes.indices.dropLast(2) {
                if bytes[index] == 0x3C, bytes[index + 1] == 0x2F, isAlphanumeric(bytes[index + 2]) { return true }
                if bytes[index] == 0x26, CharacterReference(bytes, at: index) != nil { return true }
            }
            return false
        }
    }

    /// Plain text as HTML.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 || $0 == 0x3E }) else { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x26: bytes.append(contentsOf: "&amp;".utf8)
            case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
            case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
