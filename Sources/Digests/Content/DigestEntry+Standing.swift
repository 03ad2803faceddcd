public import Model

/// That a person said that a policy needs an update.
public struct NeededUpdate: Sendable, Equatable, Codable {
    /// Who.
    public var actor: String
    /// When.
    public var day: Day
    /// By when the update is promised.
    @Nullable public var due: Day?
    /// The command that says that it is done.
    public var command: String

    /// A needed update from its parts.
    public init(actor: String, day: Day, due: Day? = nil, command: String) {
        self.actor = actor
        self.day = day
        self.due = due
        self.command = command
    }
}

/// An open question about something of the reader's that is not put to them now.
public struct QuestionElsewhere: Sendable, Equatable, Codable {
    /// Why somebody else has it.
    public enum Cause: String, Sendable, Codable, CaseIterable {
        /// Mail to the reader was refused.
        case unreached
        /// It was not answered in time.
        case late
        /// A person passed it on.
        case passed
    }

    /// Who has it.
    public struct Holder: Sendable, Equatable, Codable {
        /// Their name.
        public var name: String
        /// Since when.
        public var since: Day
        /// Why; nil where it was put to them at once, or the register changed.
        @Nullable public var cause: Cause?
        /// Who passed it on.
        public var actor: String

        /// A holder from its parts.
        public init(name: String, since: Day, cause: Cause? = nil, actor: String = "") {
            self.name = name
            self.since = since
            self.cause = cause
            self.actor = actor
        }
    }

    /// The alert's number.
    public var alert: RowID<Alert>
    /// What the development is called, as published.
    public var title: String
    /// The title's language.
    public var language: Language
    /// Who has it; nil where it is the reader's own.
    @Nullable public var holder: Holder?
    /// The day until which it is put off.
    @Nullable public var until: Day?
    /// Who put it off.
    public var actor: String

    /// A question elsewhere from its parts.
    public init(
        alert: RowID<Alert>, title: String, language: Language, holder: Holder? = nil, until: Day? = nil,
        actor: String = ""
    ) {
        self.alert = alert
        self.title = title
        self.language = language
        self.holder = holder
        self.until = until
        self.actor = actor
    }
}
