import Model
import Testing

@testable import Register

@Suite("Changes of the register") struct RegisterChangesTests {
    private static let old = PolicyRegister(
        owners: [Owner(id: ID("ada"), name: "Ada", email: "ada@example.org")],
        units: [BusinessUnit(id: ID("eng"), name: "Engineering")],
        policies: [
            Policy(id: ID("genai"), title: "GenAI", owner: ID("ada"), reviewEvery: ReviewInterval(months: 6)),
            Policy(id: ID("code"), title: "Code", owner: ID("ada")),
        ],
        tools: [AITool(id: ID("t"), name: "Tool", riskClass: .approved)])

    struct Change: Sendable, CustomTestStringConvertible {
        let sentences: [String]
        let make: @Sendable (inout PolicyRegister) -> Void
        var testDescription: String { sentences.joined(separator: "; ") }
    }

    static let changes: [Change] = [
        Change(sentences: []) { _ in },
        Change(sentences: []) { $0.policies.reverse() },
        Change(sentences: ["owner ada: email changed from 'ada@example.org' to 'a@example.org'"]) {
            $0.owners[0].email = "a@example.org"
        },
        Change(sentences: ["owner ada: email (was 'ada@example.org')"]) { $0.owners[0].email = nil },
        Change(sentences: ["owner ben: added"]) { $0.owners.append(Owner(id: ID("ben"), name: "Ben")) },
        Change(sentences: ["unit eng: appetite changed from 'medium' to 'low'"]) { $0.units[0].appetite = .low },
        Change(sentences: ["policy genai: owner changed from 'ada' to 'ben'"]) { $0.policies[0].owner = ID("ben") },
        Change(sentences: ["policy genai: deputies 'ben, cy'"]) { $0.policies[0].deputies = [ID("ben"), ID("cy")] },
        Change(sentences: ["policy genai: review-every changed from '6 months' to '90 days'"]) {
            $0.policies[0].reviewEvery = ReviewInterval(days: 90)
        },
        Change(sentences: ["policy genai: sections '3.2 Prompts [privacy][C-1/26][as written]'"]) {
            $0.policies[0].sections = [
                PolicySection(
                    id: "3.2", title: "Prompts", topics: [ID("privacy")], reliesOn: ["C-1/26"], quotes: ["as written"])
            ]
        },
        Change(sentences: ["policy code: removed"]) { $0.policies.removeLast() },
        Change(sentences: ["policy code: aliases 'programs'"]) { $0.policies[1].aliases = [ID("programs")] },
        Change(
            sentences: [
                "policy ai: renamed from 'genai'", "policy ai: title changed from 'GenAI' to 'AI'",
                "policy ai: aliases 'genai'",
            ]
        ) {
            $0.policies[0].id = ID("ai")
            $0.policies[0].title = "AI"
            $0.policies[0].aliases = [ID("genai")]
        },
        Change(
            sentences: ["policy code: renamed from 'genai'", "policy code: aliases 'genai'"]
        ) {
            $0.policies.removeFirst()
            $0.policies[0].aliases = [ID("genai")]
        },
        Change(sentences: ["owner lovelace: renamed from 'ada'", "owner lovelace: aliases 'ada'"]) {
            $0.owners[0].id = ID("lovelace")
            $0.owners[0].aliases = [ID("ada")]
            for index in $0.policies.indices where $0.policies[index].owner == ID("ada") {
                $0.policies[index].owner = ID("lovelace")
            }
        },
        Change(sentences: ["unit dev: renamed from 'eng'", "unit dev: aliases 'eng'"]) {
            $0.units[0].id = ID("dev")
            $0.units[0].aliases = [ID("eng")]
            for index in $0.policies.indices {
                $0.policies[index].units = $0.policies[index].units.map { $0 == ID("eng") ? ID("dev") : $0 }
            }
        },
        Change(sentences: ["tool u: renamed from 't'", "tool u: aliases 't'"]) {
            $0.tools[0].id = ID("u")
            $0.tools[0].aliases = [ID("t")]
        },
        Change(sentences: ["policy ai: added", "policy genai: removed"]) { $0.policies[0].id = ID("ai") },
        Change(sentences: ["tool t: class changed from 'approved' to 'prohibited'", "tool t: vendor 'Acme'"]) {
            $0.tools[0].riskClass = .prohibited
            $0.tools[0].vendor = "Acme"
        },
    ]

    @Test("are told one by one, and nothing else is", arguments: changes)
    func tells(change: Change) {
        var new = Self.old
        change.make(&new)
        let told = RegisterChanges.between(Self.old, new).map(\.sentence)
        #expect(Set(told) == Set(change.sentences))
        #expect(told.count == change.sentences.count)
    }

    @Test("a first register adds everything, in order of kinds")
    func first() {
        #expect(
            RegisterChanges.between(PolicyRegister(), Self.old).map(\.sentence) == [
                "owner ada: added", "unit eng: added", "policy code: added", "policy genai: added", "tool t: added",
            ])
    }
}
