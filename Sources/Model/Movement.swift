/// How something that a person was asked about moved on since: why the question is put again.
public struct Movement: Sendable, Hashable, Codable {
    /// What moved.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// How far the legal thing has come, from one stage to another.
        case stage
        /// Something was done to an authority.
        case treatment
        /// What was said to have been done to an authority is said no more.
        case undone
        /// A date that takes effect, ends or is heard on came, moved or went, in the words of ``LegalDate/Kind``.
        case effective, deadline, hearing
        /// A decision went another way than was said.
        case outcome
    }

    /// What moved.
    public var kind: Kind
    /// What it was: a stage, a day, an outcome; nil where there was none.
    public var before: String?
    /// What it is now: a stage, a day, an outcome, what was done; nil where there is none any more.
    public var after: String?
    /// The authority that something was done to; nil where it is none's.
    public var authority: String?
    /// The words of the text that say so, where it has any.
    public var words: [String]

    /// A movement from its parts.
    public init(
        _ kind: Kind, from before: String? = nil, to after: String? = nil, of authority: String? = nil,
        words: [String] = []
    ) {
        self.kind = kind
        self.before = before
        self.after = after
        self.authority = authority
        self.words = words
    }

    /// One clause that says what moved.
    public var clause: String {
        switch kind {
        case .stage where before == Stage.decided.rawValue && after == Stage.pending.rawValue:
            "the decision was appealed"
        case .stage: after.map { "it was \(before ?? "") and is now \($0)" } ?? "it is no longer \(before ?? "")"
        case .treatment: "\(authority ?? "it") was \(after ?? "")"
        case .undone: "it no longer says that \(authority ?? "it") was \(before ?? "")"
        case .effective, .deadline, .hearing: dateClause
        case .outcome: "the decision went another way than was said"
        }
    }

    private var dateClause: String {
        switch (before, after) {
        case (let old?, let new?): "\(kind.rawValue) moved, \(old) → \(new)"
        case (nil, let new?): "it now states: \(kind.rawValue) on \(new)"
        case (let old, nil): "it no longer states: \(kind.rawValue) on \(old ?? "")"
        }
    }
}

extension Movement {
    /// The rule of the evidence that carries it in a reason.
    private var rule: String {
        "moved on: \(kind.rawValue) \(before ?? "-") \(after ?? "-")\(authority.map { " \($0)" } ?? "")"
    }

    /// Why a question is put again, as one of its reasons.
    ///
    /// - Parameters:
    ///   - matter: What it is about.
    ///   - evidence: The words of the text that say so.
    /// - Returns: The reason, from which ``init(_:)`` reads the movement.
    public func reason(in matter: String, _ evidence: [Evidence]) -> AlertReason {
        AlertReason(
            kind: .step, value: matter,
            evidence: [Evidence(rule: rule, words: clause, field: .source)] + evidence.filter { $0.field != .source })
    }

    /// The movement that a reason tells; nil where it tells none.
    public init?(_ reason: AlertReason) {
        guard reason.kind == .step, let rule = reason.evidence.first?.rule else { return nil }
        let parts = rule.split(separator: " ", maxSplits: 5).map(String.init)
        guard parts.count >= 5, let kind = Kind(rawValue: parts[2]) else { return nil }
        func stated(_ part: String) -> String? { part == "-" ? nil : part }
        self.init(
            kind, from: stated(parts[3]), to: stated(parts[4]), of: parts.count > 5 ? parts[5] : nil,
            words: reason.words.map(\.words))
    }
}
