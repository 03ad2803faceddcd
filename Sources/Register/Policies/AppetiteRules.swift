public import Model

/// What reaches a business unit.
public enum AppetiteRules {
    /// The sentence that tells a unit why it hears of something; the digest has the words.
    public enum SentenceKey: String, Sendable, CaseIterable {
        case proposed = "unit-proposed"
        case filed = "unit-filed"
        case adopted = "unit-adopted"
        case decided = "unit-decided"
        case inForce = "unit-in-force"
        case announced = "unit-announced"
    }

    /// Whether a unit hears of something at a stage: the less risk a unit takes, the earlier it hears.
    ///
    /// Medium hears of adopted rules and of rulings, high only of what is in force and decided; what has no stage,
    /// such as guidance or a vendor's terms, reaches all but high.
    public static func reaches(_ appetite: BusinessUnit.Appetite, _ stage: Stage) -> Bool {
        switch (appetite, stage) {
        case (.low, _): true
        case (.medium, .proposed), (.medium, .pending): false
        case (.medium, _): true
        case (.high, .inForce), (.high, .decided): true
        case (.high, _): false
        }
    }

    /// The sentence for a stage.
    public static func sentence(for stage: Stage) -> SentenceKey {
        switch stage {
        case .proposed: .proposed
        case .pending: .filed
        case .adopted: .adopted
        case .decided: .decided
        case .inForce: .inForce
        case .none: .announced
        }
    }
}
