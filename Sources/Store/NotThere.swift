public import Model

/// Something that was named is not in the database.
public struct NotThere: Problem, Equatable {
    /// What kind of thing it is, such as `alert`.
    public let noun: String
    /// Its number or name.
    public let name: String

    /// One sentence that says what happened.
    public var what: String { "there is no \(noun) \(name)" }
    /// There is no place.
    public var place: String? { nil }
    /// What the person can do.
    public var remedy: String? {
        switch noun {
        case "alert": "See 'lexwatch alerts' for those that there are."
        case "item": "See 'lexwatch items' for those that there are."
        case "source": "See 'lexwatch sources' for those that there are."
        case "gap": "See 'lexwatch sources gaps' for those that there are."
        default: nil
        }
    }
    /// The input names a thing that there is not.
    public var exitCode: ExitStatus { .data }
}
