public import Model

/// An edit of an item of a development that somebody was asked about.
public struct TextEdit: Sendable {
    private let before: DevelopmentFacts.Member
    private let after: DevelopmentFacts.Member
    /// The development before and after: what another of its items says, too, is no news.
    private let known: DevelopmentFacts
    private let now: DevelopmentFacts
    private let today: Day

    /// An edit from its parts.
    ///
    /// - Parameters:
    ///   - before: The item as it was.
    ///   - after: The item as it is.
    ///   - known: The development as it was.
    ///   - now: The development as it is.
    ///   - today: Dates that were past by this day, before and after, are history.
    public init(
        from before: DevelopmentFacts.Member, to after: DevelopmentFacts.Member, known: DevelopmentFacts,
        now: DevelopmentFacts, today: Day
    ) {
        self.before = before
        self.after = after
        self.known = known
        self.now = now
        self.today = today
    }

    /// How the item says something else: another treatment of an authority, another stage, other dates, of which it may
    /// take back what it said; empty where the edit changed none of this.
    ///
    /// A text that was only cut short takes nothing back.
    public var movements: [AlertTransitions.Proof] {
        Self.isCut(before.text, to: after.text) ? [] : [treatment, stage, date].compactMap(\.self)
    }

    /// Whether a text is another one cut short, as where a feed begins to give summaries only.
    ///
    /// - Parameters:
    ///   - before: The text as it was.
    ///   - after: The text as it is.
    /// - Returns: Whether nothing was added or changed.
    public static func isCut(_ before: ItemText, to after: ItemText) -> Bool { after.isBeginning(of: before) }

    private var treatment: AlertTransitions.Proof? {
        let old = Set(known.treatments.map(\.value))
        let come = after.findings.treatments.filter { !old.contains($0.value) }
        if let proof = AlertTransitions.moved(from: .none, to: .none, newTreatments: come) { return proof }
        let standing = Set(now.treatments.map(\.value))
        let gone = before.findings.treatments.map(\.value).first { $0.kind.isNegative && !standing.contains($0) }
        guard let gone else { return nil }
        return (Movement(.undone, from: gone.kind.rawValue, of: gone.authority), [])
    }

    private var stage: AlertTransitions.Proof? {
        let (old, new) = (before.findings.stage.value, after.findings.stage.value)
        guard old != .none, old != new, new != known.stage else { return nil }
        return (
            Movement(.stage, from: old.rawValue, to: new == .none ? nil : new.rawValue), after.findings.stage.evidence
        )
    }

    /// The first date that came, moved or went.
    private var date: AlertTransitions.Proof? {
        for kind in LegalDate.Kind.allCases {
            let gone = before.days(of: kind).subtracting(now.days(of: kind)).sorted()
            let come = after.days(of: kind).subtracting(known.days(of: kind)).sorted()
            guard let last = (gone + come).max(), last >= today else { continue }
            let evidence = after.findings.dates.filter { $0.value.kind == kind && come.first == $0.value.date }
            return (
                Movement(Movement.Kind(kind), from: gone.first?.description, to: come.first?.description),
                evidence.flatMap(\.evidence)
            )
        }
        return nil
    }
}

extension DevelopmentFacts {
    fileprivate func days(of kind: LegalDate.Kind) -> Set<Day> {
        Set(members.flatMap { $0.days(of: kind) })
    }
}

extension DevelopmentFacts.Member {
    fileprivate func days(of kind: LegalDate.Kind) -> Set<Day> {
        Set(findings.dates.map(\.value).filter { $0.kind == kind }.map(\.date))
    }
}

extension Movement.Kind {
    init(_ kind: LegalDate.Kind) {
        switch kind {
        case .effective: self = .effective
        case .deadline: self = .deadline
        case .hearing: self = .hearing
        }
    }
}

extension ItemText {
    fileprivate func isBeginning(of other: ItemText) -> Bool {
        // What a publisher states as data can change where no word does.
        title == other.title && stated == other.stated && (summary != other.summary || content != other.content)
            && Self.isBeginning(summary, other.summary) && Self.isBeginning(content, other.content)
    }

    /// Signs at the end do not count: they can say that the text is cut.
    private static func isBeginning(_ text: String, _ other: String) -> Bool {
        let words = text.unicodeScalars.reversed().drop {
            !$0.properties.isAlphabetic && $0.properties.numericType == nil
        }
        return other.unicodeScalars.starts(with: words.reversed())
    }
}
