extension Proven where Value == LegalDate {
    /// The rule of evidence that the text moves the date here from an earlier one that it does not state.
    public static var moved: String { "moved" }
    /// The same where it states the earlier one, which follows as `YYYY-MM-DD`.
    public static var movedFrom: String { "moved from " }

    /// The day on which the date stood before, where the text states it.
    public var movedFrom: Day? {
        evidence.lazy.compactMap { proof in
            proof.rule.hasPrefix(Self.movedFrom) ? Day(iso: proof.rule.dropFirst(Self.movedFrom.count)) : nil
        }.first
    }

    /// Whether the text says that the date moved.
    public var hasMoved: Bool { movedFrom != nil || evidence.contains { $0.rule == Self.moved } }
}
