extension Evidence {
    /// The rule of a topic that a person set.
    public static let labelRule = "label"

    /// That a person set a topic, which stands in for words of the text.
    public static func label(by actor: String, at: Instant) -> Evidence {
        Evidence(
            rule: labelRule, words: "set by \(actor) on \(at.day)", field: .source, context: "\(at) \(actor)")
    }

    /// Who set the topic, and when; nil where words of the text, or something else, speak for it.
    public var label: (actor: String, at: Instant)? {
        guard rule == Self.labelRule, field == .source else { return nil }
        let parts = context.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let at = Instant(rfc3339: parts[0]) else { return nil }
        return (String(parts[1]), at)
    }
}
