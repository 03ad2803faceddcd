public import Model

/// What reaches a business unit.
public enum AppetiteRules {
    /// Whether a unit hears of something at a stage: the less risk a unit takes, the earlier it hears.
    ///
    /// Medium hears of adopted rules and of rulings, high only of what is in force and of what was decided, unless the
    /// text says that it went in the favour of those who use AI; what has no stage, such as guidance or a vendor's
    /// terms, reaches all but high.
    ///
    /// - Parameters:
    ///   - appetite: The unit's appetite.
    ///   - stage: How far the thing has come.
    ///   - outcome: Against whom it went; looked at only where it is decided.
    /// - Returns: Whether the unit is told.
    public static func reaches(
        _ appetite: BusinessUnit.Appetite, _ stage: Stage, outcome: Outcome = .unclear
    ) -> Bool {
        switch (appetite, stage) {
        case (.low, _): true
        case (.medium, .proposed), (.medium, .pending): false
        case (.medium, _): true
        case (.high, .inForce): true
        case (.high, .decided): outcome != .favour
        case (.high, _): false
        }
    }
}
