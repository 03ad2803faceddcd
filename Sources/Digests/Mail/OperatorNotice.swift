public import Model

/// What the operator is told: sources that broke, those that can be read again, and digests that were refused.
public struct OperatorNotice: Sendable, Equatable, Codable {
    /// A digest that somebody, or a service, did not take and never will.
    public struct Refusal: Sendable, Equatable, Codable {
        /// The mail address, or the webhook's name.
        public var recipient: String
        /// What the other side said.
        public var said: String

        /// A refusal from its parts.
        public init(recipient: String, said: String) {
            self.recipient = recipient
            self.said = said
        }
    }

    /// Sources that cannot be read any more.
    public var broken: [TroubledSource]
    /// Sources that can be read again; `since` is when they broke.
    public var recovered: [TroubledSource]
    /// Digests that were refused; nil in a notice of an older lexwatch.
    public var refused: [Refusal]?
    /// The operator's language.
    public var language: Language
    /// The IANA name of the operator's zone.
    public var timeZone: String

    /// A notice from its parts.
    public init(
        broken: [TroubledSource] = [], recovered: [TroubledSource] = [], refused: [Refusal] = [],
        language: Language = .english, timeZone: String = "UTC"
    ) {
        self.broken = broken
        self.recovered = recovered
        self.refused = refused
        self.language = language
        self.timeZone = timeZone
    }

    private var refusals: [Refusal] { refused ?? [] }

    /// The subject, such as `2 sources cannot be read any more`.
    public var subject: String {
        let words = Words(language)
        let parts = [
            broken.isEmpty ? nil : words("broke", count: broken.count),
            recovered.isEmpty ? nil : words("recovered", count: recovered.count),
            refusals.isEmpty ? nil : words("refused", count: refusals.count),
        ]
        return words.list(parts.compactMap(\.self))
    }

    /// The text, of 72 columns.
    public var text: String {
        let words = Words(language)
        let zone = Zone(timeZone)
        var lines = [words("operator"), "==="]
        for source in broken {
            let since = source.since.map { " " + words("since", ["date": words.day(zone.day(of: $0))]) } ?? ""
            let cause = source.cause.map { " — " + words("cause-\($0.rawValue)") } ?? ""
            let trouble = words("trouble-\(source.trouble.rawValue)")
            lines.append("- \(Plain.line(source.title)) (\(Plain.line(source.id))): \(trouble)\(since)\(cause)")
            if let detail = source.detail(in: words) { lines.append("  \(Plain.line(detail))") }
        }
        if !recovered.isEmpty { lines += ["", words("recovered-heading"), "---"] }
        lines += recovered.map { "- \(Plain.line($0.title)) (\(Plain.line($0.id)))" }
        if !broken.isEmpty || !recovered.isEmpty {
            lines += ["", words("operator-hint", ["command": "lexwatch sources check ID"])]
        }
        if !refusals.isEmpty {
            lines += ["", words("refused-heading"), "---"]
            lines += refusals.map { "- \(Plain.line($0.recipient)): \(Plain.line($0.said))" }
            lines += ["", words("refused-hint", ["command": "lexwatch deliveries retry NUMBER"])]
        }
        return TextLayout().set(lines.joined(separator: "\n"))
    }
}
