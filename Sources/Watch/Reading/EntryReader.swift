import Foundation
import Model
import Syndication

/// An entry as a source gave it, in our words, before anybody knows whether it is new.
struct Entry: Sendable, Equatable {
    /// The id that the source gave; nil where it gave none.
    var id: String?
    var text: ItemText
}

/// Makes our texts of what a feed said: the one place where markup becomes plain text.
enum EntryReader {
    /// Titles longer than this, in UTF-8 bytes, are cut: no heading of the law is.
    static let longestTitle = 4_000
    /// Names of authors and categories longer than this, in UTF-8 bytes, are cut.
    static let longestName = 500
    /// Texts longer than this, in UTF-8 bytes, are cut.
    static let longestText = 400_000

    /// The entries of a feed.
    static func entries(of feed: Feed, from source: Source) -> [Entry] {
        let clock = source.clock
        return feed.items.map { entry($0, feedLanguage: feed.language, source, clock) }
    }

    /// The entries of a page or an API.
    static func entries(of items: [FeedItem], from source: Source) -> [Entry] {
        let clock = source.clock
        return items.map { entry($0, feedLanguage: nil, source, clock) }
    }

    private static func entry(_ item: FeedItem, feedLanguage: String?, _ source: Source, _ clock: TimeZone?) -> Entry {
        let (markup, further) = (item.summary?.composed, item.content?.composed)
        let summary = markup.map(PlainText.from(markup:)) ?? ""
        let content = further.map(PlainText.from(markup:)) ?? ""
        let title = PlainText.clean(item.title ?? "").composed.beginning(ofBytes: longestTitle)
        let text = ItemText(
            title: title.isEmpty ? firstWords(of: summary.isEmpty ? content : summary) : title,
            summary: (summary.isEmpty ? content : summary).beginning(ofBytes: longestText),
            content: (summary.isEmpty || content == summary ? "" : content).beginning(ofBytes: longestText),
            link: item.link.flatMap(webLink) ?? otherLink(of: item),
            authors: item.authors.prefix(50).map(name),
            categories: item.categories.prefix(100).map { name($0.label ?? $0.term) },
            language: language(item.language ?? feedLanguage, of: source),
            published: item.published.map { clock?.keepingDay(of: $0) ?? $0 },
            updated: item.updated.map { clock?.keepingDay(of: $0) ?? $0 },
            stated: StatedFacts.of(item.extensions, from: source),
            raw: (further ?? markup ?? "").beginning(ofBytes: longestText))
        // An id that only repeats the title belongs to whatever has that title.
        let isTitle = text.link != nil && item.id.map { PlainText.clean($0) == text.title } ?? false
        return Entry(id: isTitle ? nil : item.id, text: text)
    }

    /// The declared language, unless it only repeats the source's with less precision, or is no tag at all.
    private static func language(_ declared: String?, of source: Source) -> Language {
        guard let declared, let language = Language(declared: declared) else { return source.language }
        if language.primary == source.language.primary { return source.language }
        guard language.primary == "zh" else { return language }
        let folded = declared.lowercased()
        let isTraditional = ["hant", "tw", "hk", "mo"].contains { folded.contains($0) }
        return Language(isTraditional ? "zh-Hant" : "zh-Hans")
    }

    /// An address of an entry whose link leads to a script or is not there: its id, or its only document.
    private static func otherLink(of item: FeedItem) -> String? {
        item.link != nil
            ? item.id.flatMap(webLink) : item.enclosures.count == 1 ? webLink(item.enclosures[0].url) : nil
    }

    /// Only http and https links are kept: no feed may lead to a script or a file.
    private static func webLink(_ link: String) -> String? {
        let cleaned = PlainText.clean(link)
        let lower = cleaned.prefix(8).lowercased()
        guard lower.hasPrefix("http://") || lower.hasPrefix("https://"), cleaned.utf8.count <= 4_096,
            !cleaned.utf8.contains(0x20)
        else { return nil }
        return cleaned
    }

    private static func name(_ written: String) -> String {
        PlainText.clean(written).composed.beginning(ofBytes: longestName)
    }

    private static func firstWords(of text: String) -> String {
        // A character may have any number of accents.
        let start = text.beginning(ofBytes: longestTitle).prefix(120)
        return start.utf8.count == text.utf8.count ? text : start + "…"
    }
}
