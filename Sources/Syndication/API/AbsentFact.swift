/// A fact that no item of an API's answer has.
public struct AbsentFact: Sendable, Equatable {
    /// The fact's name in the definition.
    public let kind: String
    /// Where it was looked for.
    public let path: String
}
