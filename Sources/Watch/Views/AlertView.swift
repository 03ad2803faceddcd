public import Model

/// One alert as listings show it.
public struct AlertView: Encodable, Sendable {
    /// The alert's number.
    public var id: RowID<Alert>
    /// `policy`, `tool` or `matter`.
    public var subjectKind: String
    /// The name of the policy or tool, or the matter.
    public var subject: String
    /// What it is called.
    public var subjectTitle: String
    /// Who is asked.
    public var owner: ID<Owner>
    /// Where the question stands.
    public var state: Alert.State
    /// When it was put.
    public var raised: Instant
    /// By when an answer is suggested.
    public var due: Day
    /// Not shown as open before this day.
    @OrNull public var snoozedUntil: Day?
    /// The development's number.
    public var development: RowID<Development>
    /// The item that is shown for the development.
    public var item: RowID<Item>
    /// What that item is called.
    public var title: String
    /// Who published it.
    public var publisher: String
    /// Where it is.
    @OrNull public var link: String?
    /// When the publisher says that it was published.
    @OrNull public var published: Instant?
    /// The jurisdictions that policy and development share.
    public var jurisdictions: [Jurisdiction]
    /// The lines of the policy that were met, with the words that met them.
    public var reasons: [AlertReason]
    /// What the place in the list is made of.
    public var rank: Rank
    /// The answer, where there is one.
    @OrNull public var answer: Assessment.Answer?
    /// The answer's note.
    @OrNull public var note: String?
    /// Who answered.
    @OrNull public var answeredBy: String?
    /// When it was answered.
    @OrNull public var answeredAt: Instant?
    /// What people said of the topics among the reasons, against the rules; nil where that was not asked for.
    @OrNull public var labels: [LabelView]?
    /// What was answered before to questions like this one; nil where that was not asked for.
    @OrNull public var earlier: [EarlierAnswerView]?
    /// The answer that was given before the question was put again; nil where it was not, or that was not asked for.
    @OrNull public var before: EarlierAnswerView?
    /// Earlier times that it was put and answered, in the words of then; the last one, too, where the development is
    /// called otherwise by now. Nil where that was not asked for.
    @OrNull public var rounds: [AnsweredRoundView]?
    /// Answers that the present one, or one before it, replaced; nil where that was not asked for.
    @OrNull public var replaced: [EarlierAnswerView]?
    /// Later steps of the matter about which there is no question of their own; nil where that was not asked for.
    @OrNull public var later: [LaterStepView]?
}

/// One time that a question was put and answered, in the words of then.
public struct AnsweredRoundView: Encodable, Sendable {
    /// Which time, from 1.
    public var round: Int
    /// What the policy, the tool or the matter was called.
    public var subject: String
    /// What the development was called.
    public var title: String
    /// Why it was asked, each reason in a clause.
    public var reasons: [String]
    /// When it was put.
    public var put: Instant
    /// By when an answer was suggested.
    public var due: Day
    /// The answer.
    public var answer: Assessment.Answer
    /// Its note.
    public var note: String
    /// Who answered.
    public var answeredBy: String
    /// When.
    public var answeredAt: Instant
}

/// A later step of the matter of an alert.
public struct LaterStepView: Encodable, Sendable {
    /// The development's number.
    public var development: RowID<Development>
    /// The item that is shown for it.
    public var item: RowID<Item>
    /// What that item is called.
    public var title: String
    /// Who published it.
    public var publisher: String
    /// Where it is.
    @OrNull public var link: String?
    /// When it was published, else first seen.
    public var at: Instant
}

/// An earlier answer to a question like another one.
public struct EarlierAnswerView: Encodable, Sendable {
    /// The alert that was answered.
    public var alert: RowID<Alert>
    /// The policy or tool that it was about.
    public var subject: String
    /// What the development is called.
    public var title: String
    /// The authorities that both developments state, else the topics that they share at the same stage.
    public var shared: [String]
    /// The answer.
    public var answer: Assessment.Answer
    /// Why.
    public var note: String
    /// Who answered.
    public var answeredBy: String
    /// When.
    public var answeredAt: Instant
}
