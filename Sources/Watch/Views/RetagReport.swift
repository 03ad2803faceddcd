/// What tagging anew changed, or would change.
public struct RetagReport: Sendable {
    /// How many items are tagged differently.
    public var changed = 0
    /// The open questions that lose their grounds, by policy, tool and matter. They stay open until somebody answers.
    public var ungrounded: [UngroundedView] = []
}
