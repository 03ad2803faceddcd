import Model
import Testing

@testable import Register

/// A day that the test spells right.
func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

let owner = ID<Owner>("ada")
let deputy = ID<Owner>("ben")
let moment = Instant(secondsSince1970: 1_780_000_000)

func alert(
    due: String, _ state: Alert.State = .open, owner: ID<Owner> = owner, snoozed: String? = nil
) throws -> Alert {
    Alert(
        id: RowID(1), subject: .policy(ID("genai")), development: RowID(7), owner: owner, reasons: [], raised: moment,
        due: try day(due), state: state, snoozedUntil: try snoozed.map(day))
}

func evidence(_ words: String, _ rule: String = "term") -> Evidence {
    Evidence(rule: rule, words: words, field: .title)
}

/// An item of a development, told by what its text gave.
func member(
    _ title: String = "", content: String = "", topics: [String] = [], in jurisdictions: [String] = [],
    stage: Stage = .none, citing citations: [String] = [], dates: [LegalDate] = [], treating: [Treatment] = [],
    named: [String] = [], by authority: Source.Authority = .court, published: Instant? = nil
) -> DevelopmentFacts.Member {
    var findings = Findings()
    findings.topics = topics.map { TopicTag(topic: ID($0), evidence: [evidence("about \($0)")], rule: $0) }
    findings.jurisdictions = jurisdictions.compactMap(Jurisdiction.init).map { Proven($0, []) }
    findings.stage = Proven(stage, [])
    findings.citations = citations.map { Proven($0, [evidence($0, "citation")]) }
    findings.dates = dates.map { Proven($0, []) }
    findings.treatments = treating.map { Proven($0, [evidence($0.authority, "treatment")]) }
    findings.matterNames = named.map { Proven($0, [evidence($0, "name")]) }
    return DevelopmentFacts.Member(
        text: ItemText(title: title, content: content, published: published), findings: findings, authority: authority)
}

func facts(_ members: DevelopmentFacts.Member..., matters: [String] = []) -> DevelopmentFacts {
    DevelopmentFacts(id: RowID(7), members: members, matters: matters)
}

func jurisdictions(_ codes: String) -> [Jurisdiction] {
    codes.utf8.split(separator: 0x20).compactMap { Jurisdiction(String(Substring($0))) }
}
