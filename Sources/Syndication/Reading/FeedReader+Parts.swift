extension FeedReader {
    /// Takes a child of an element that has parts.
    mutating func take(part: Element, _ text: String) {
        switch (capture?.element, part) {
        case (.author, .name): capture?.name = PlainText.from(markup: text)
        case (.author, .email): capture?.email = PlainText.clean(text)
        case (.author, .uri): capture?.address = PlainText.clean(text)
        case (.source, .title): capture?.name = PlainText.from(markup: text)
        case (.source, .link) where capture?.address == nil:
            let address = resolve(text)
            capture?.address = address
        case (.source, .guid): capture?.email = trimmed(text)
        case (.skipHours, .hour):
            if let hour = Int(trimmed(text)), (0...24).contains(hour) { rhythm.skipHours.append(hour % 24) }
        case (.skipDays, .day):
            if let day = Self.weekdays.firstIndex(of: trimmed(text).prefix(3).lowercased()) {
                rhythm.skipDays.append(day + 1)
            }
        default: break
        }
    }

    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// The name that people know an author by, out of `mail@example.org (Name)`, `Name <mail@example.org>` or a name.
    static func authorName(_ text: String) -> String {
        let clean = PlainText.from(markup: text.utf8.contains(0x3C) ? escapedMail(text) : text)
        guard clean.utf8.contains(0x40) else { return clean }
        if let open = clean.utf8.firstIndex(of: 0x28), let close = clean.utf8.lastIndex(of: 0x29), open < close {
            let inside = trimmed(clean[clean.index(after: open)..<close])
            let outside = trimmed(clean[..<open])
            let name = inside.utf8.contains(0x40) ? outside : inside
            if !name.isEmpty { return name }
        }
        if let open = clean.utf8.firstIndex(of: 0x3C), clean.utf8.last == 0x3E {
            let name = trimmed(clean[..<open]).filter { $0 != "\"" }
            if !name.isEmpty { return name }
        }
        return clean
    }

    /// An address in angle brackets is no tag.
    private static func escapedMail(_ text: String) -> String {
        guard let open = text.utf8.firstIndex(of: 0x3C), text[open...].utf8.contains(0x40) else { return text }
        return text[..<open] + "&lt;" + text[text.index(after: open)...]
    }
}
