public import Model
import Register
import Store

/// One question that a policy would have put.
public struct RehearsedAlert: Encodable, Sendable {
    /// The policy.
    public var policy: ID<Policy>
    /// Who would have been asked.
    public var owner: ID<Owner>
    /// When the development was seen first.
    public var seen: Day
    /// By when an answer would have been suggested.
    public var due: Day
    /// The development.
    public var development: RowID<Development>
    /// What its first item is called.
    public var title: String
    /// Why, each with its words.
    public var reasons: [AlertReason]
}

extension Workspace {
    /// Developments that are read at a time.
    private static let rehearsalBatch = 200

    /// Gives the questions that the policies of a draft would have put to their owners; nothing is changed.
    ///
    /// - Parameters:
    ///   - file: A YAML file with one policy, or with `policies:` as in a register.
    ///   - since: Developments seen on this day or later; all that are stored where nil.
    ///   - each: Takes a question.
    /// - Throws: A ``Model/Problem`` where the draft or the database are wrong.
    public func rehearse(_ file: String, since: Day?, each: (RehearsedAlert) throws -> Void) throws {
        let zone = zone
        var register = try register()
        let draft = try RegisterFile.policies(file)
        register.policies = draft.policies
        register.tools = []
        register = register.referring(byNamesOf: register)
        let problems = RegisterValidation.findings(in: register, topics: try TaggingTools(settings()).topicIDs)
        if let first = problems.first(where: \.isError) {
            let isInside = first.path.hasPrefix(draft.prefix)
            let path = isInside ? String(first.path.dropFirst(draft.prefix.count)) : first.path
            throw ConfigurationProblem(
                "\(path): \(first.what)", place: isInside ? draft.places.place(of: path) ?? file : file,
                remedy: first.remedy)
        }
        let rules = AlertRules(register: register, documents: PolicyReader(register).documents)
        let store = try storeForReading()
        var rest = try store.developments(since: since.map(zone.start) ?? Instant(secondsSince1970: 0))[...]
        while !rest.isEmpty {
            let batch = Array(rest.prefix(Self.rehearsalBatch))
            rest = rest.dropFirst(Self.rehearsalBatch)
            let items = Dictionary(
                try store.foundItems(Set(batch.flatMap { $0.members.map(\.item) }).sorted()).map { ($0.item.id, $0) }
            ) { first, _ in first }
            for development in batch {
                let members = development.members.compactMap { items[$0.item] }
                let seen = zone.day(of: development.firstSeen)
                for proposal in rules.proposals(for: DevelopmentFacts(development, members), raised: seen) {
                    let title = members.first?.item.text.title ?? ""
                    try each(RehearsedAlert(proposal, development, seen: seen, title: title))
                }
            }
        }
    }
}

extension RehearsedAlert {
    fileprivate init(_ proposal: AlertProposal, _ development: Development, seen: Day, title: String) {
        self.init(
            policy: ID(proposal.subject.name), owner: proposal.owner, seen: seen,
            due: proposal.due.day, development: development.id, title: title, reasons: proposal.reasons)
    }
}

extension DevelopmentFacts {
    /// The facts of a development from its stored items.
    init(_ development: Development, _ items: [FoundItem]) {
        self.init(
            id: development.id,
            members: items.map { Member(text: $0.item.text, findings: $0.findings, authority: $0.authority) },
            matters: development.matters, isLaterStep: development.previous != nil)
    }
}
