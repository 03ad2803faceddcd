import Model

/// The outermost scope of a digest.
struct DigestView {
    let digest: Digest
    let viewer: Viewer
    private var words: Words { viewer.words }

    init(_ digest: Digest, as form: Form) {
        self.digest = digest
        viewer = Viewer(
            form: form, words: Words(digest.recipient.language), zone: Zone(digest.recipient.timeZone))
    }

    /// Every name that a template may use; `t-KEY` is a phrase of the catalogue.
    func scope(noting missing: MissingNames? = nil) -> Scope {
        let viewer = viewer
        var values = head.merging(lists) { $1 }.merging(viewer.coverage(digest.coverage)) { $1 }
        values.merge(foot) { $1 }
        return Scope(values) { name in
            if name.hasPrefix("t-"), let text = viewer.words.text(String(name.dropFirst(2))) {
                return viewer.leaf(text)
            }
            missing?.note(name)
            return nil
        }
    }

    private var head: [String: Any] {
        let headline = Headline(digest: digest, words: words)
        let from = viewer.zone.day(of: digest.from)
        let to = viewer.zone.day(of: digest.to)
        return [
            "lang": viewer.leaf(Viewer.tag(words.language)), "dir": viewer.leaf(words.direction),
            "organisation": viewer.leaf(digest.organisation), "name": viewer.leaf(digest.recipient.name),
            "for": viewer.leaf(words("for", ["name": digest.recipient.name])), "kind": viewer.leaf(headline.kind),
            "period": viewer.leaf(words.period(from, to)), "headline": viewer.leaf(headline.need),
            "earliest": viewer.leaf(headline.earliest), "first-line": viewer.leaf(headline.line),
            "is-quiet": digest.isQuiet,
            "quiet-blind": digest.isQuiet && digest.coverage.read < digest.coverage.sources,
            "is-unit": digest.kind == .unit, "has-briefing": !digest.briefing.isEmpty,
        ].merging(signs) { $1 }
    }

    /// What the form and the language write around values.
    private var signs: [String: Any] {
        let isMarkdown = viewer.form == .markdown
        func sign(_ text: String) -> Leaf { Leaf(renderText: isMarkdown ? text : "") }
        return [
            "b": sign("**"), "c": sign("`"), "br": sign("\\"), "rule": sign("---"),
            "colon": Leaf(renderText: words.colon), "colon-end": Leaf(renderText: words.closingColon),
            "open-quote": viewer.leaf(words.quotes.open), "close-quote": viewer.leaf(words.quotes.close),
        ].merging(viewer.sides) { $1 }
    }

    /// Below this many policies and tools the digest is its own overview.
    private static let fewestForGlance = 3

    private var lists: [String: Any] {
        let today = viewer.zone.day(of: digest.composed)
        let longest = digest.trends.flatMap(\.weeks).max() ?? 0
        return [
            "entries": digest.entries.enumerated().map { number, entry in
                viewer.entry(entry, number: number, today: today, answerAddress: digest.answerAddress)
            },
            "glance": digest.entries.enumerated().map { viewer.glance($1, number: $0, today: today) },
            "has-glance": digest.entries.count >= Self.fewestForGlance,
            "briefing": digest.briefing.map(viewer.risk),
            "management": digest.management.map { [viewer.management($0)] } ?? [],
            "answered": digest.answered.map(viewer.answered), "has-answered": !digest.answered.isEmpty,
            "dates": digest.dates.sorted { ($0.day, $0.uid) < ($1.day, $1.uid) }.map(viewer.date),
            "has-dates": !digest.dates.isEmpty,
            "trends": digest.trends.map { viewer.trend($0, longest: longest) }, "has-trends": !digest.trends.isEmpty,
            "near": digest.nearMisses.prefix(3).map(viewer.missed), "has-near": !digest.nearMisses.isEmpty,
        ]
    }

    private var foot: [String: Any] {
        [
            "audit-head": viewer.leaf(digest.auditHead),
            "recipient-line": viewer.leaf(
                words(
                    "footer-recipient", ["name": digest.recipient.name, "organisation": digest.organisation])),
            "digest-id": viewer.leaf(digest.id),
        ]
    }
}
