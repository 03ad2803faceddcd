import Model
import Testing

@testable import Register

@Suite("Mistakes in the register") struct RegisterValidationTests {
    private static let good = PolicyRegister(
        owners: [Owner(id: ID("ada"), name: "Ada", email: "ada@example.org"), Owner(id: ID("ben"), name: "Ben")],
        units: [BusinessUnit(id: ID("eng"), name: "Engineering", email: "eng@example.org")],
        policies: [
            Policy(
                id: ID("genai"), title: "GenAI", owner: ID("ada"), deputies: [ID("ben")], units: [ID("eng")],
                topics: [ID("privacy")], reviewEvery: ReviewInterval(months: 6), reliesOn: ["C-250/25"],
                sections: [PolicySection(id: "3.2", title: "Prompts", quotes: ["must be labelled"])],
                aliases: [ID("old")])
        ],
        tools: [AITool(id: ID("t"), name: "Tool", riskClass: .approved, policies: [ID("old")])])

    /// A mistake made in the good register, and the finding that names it.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let path: String
        let what: String
        let remedy: String
        var isError = true
        let make: @Sendable (inout PolicyRegister) -> Void
        var testDescription: String { "\(path): \(what)" }
    }

    static let names = "use lower-case letters, digits, '-', '_' and '.'"
    static let address = MailAddress.remedy
    static let citation = "write a citation, such as `EU 2024/1689`"
    static let mistakes: [Mistake] = [
        Mistake(path: "owners[1].id", what: "the owner 'ada' is there twice", remedy: "give each owner its own id") {
            $0.owners[1].id = ID("ada")
            $0.policies[0].deputies = []
        },
        Mistake(path: "owners[1].id", what: "'Ben B' is not a name", remedy: names) {
            $0.owners[1].id = ID("Ben B")
            $0.policies[0].deputies = []
        },
        Mistake(path: "owners[0].name", what: "the name is empty", remedy: "write a name") {
            $0.owners[0].name = " \u{3000}\u{200B}"
        },
        Mistake(
            path: "owners[0].name", what: "the name has a line break or a control character",
            remedy: "write it in one line"
        ) { $0.owners[0].name = "Ada\r\nBcc: x@example.org" },
        Mistake(path: "owners[0].email", what: "'Ada <a@b>' is not a mail address", remedy: address) {
            $0.owners[0].email = "Ada <a@b>"
        },
        Mistake(path: "units[0].email", what: "'a@b@c' is not a mail address", remedy: address) {
            $0.units[0].email = "a@b@c"
        },
        Mistake(path: "units[0].email", what: "'josé@example.org' is not a mail address", remedy: address) {
            $0.units[0].email = "josé@example.org"
        },
        Mistake(path: "units[0].email", what: "'a..b@example.org' is not a mail address", remedy: address) {
            $0.units[0].email = "a..b@example.org"
        },
        Mistake(path: "units[0].email", what: "'@b' is not a mail address", remedy: address) {
            $0.units[0].email = "@b"
        },
        Mistake(path: "units[0].email", what: "'' is not a mail address", remedy: address) { $0.units[0].email = "" },
        Mistake(path: "units[0].name", what: "the name is empty", remedy: "write a name") { $0.units[0].name = "" },
        Mistake(path: "policies[0].title", what: "the name is empty", remedy: "write a name") {
            $0.policies[0].title = ""
        },
        Mistake(
            path: "policies[0].owner", what: "there is no owner 'adda'", remedy: "did you mean 'ada'? known: ada, ben"
        ) { $0.policies[0].owner = ID("adda") },
        Mistake(path: "policies[0].deputies[0]", what: "there is no owner 'zoe'", remedy: "known: ada, ben") {
            $0.policies[0].deputies = [ID("zoe")]
        },
        Mistake(
            path: "policies[0].deputies[1]", what: "'ada' is the policy's owner",
            remedy: "name somebody else, or leave it out"
        ) { $0.policies[0].deputies.append(ID("ada")) },
        Mistake(
            path: "policies[0].deputies[1]", what: "the owner 'ben' is listed twice", remedy: "leave one out",
            isError: false
        ) { $0.policies[0].deputies.append(ID("ben")) },
        Mistake(path: "policies[0].units[0]", what: "there is no unit 'sales'", remedy: "known: eng") {
            $0.policies[0].units = [ID("sales")]
        },
        Mistake(
            path: "policies[0].topics[1]", what: "there is no topic 'privcy'",
            remedy: "did you mean 'privacy'? known: copyright, privacy"
        ) { $0.policies[0].topics.append(ID("privcy")) },
        Mistake(
            path: "policies[0].review-every", what: "the review interval is not positive",
            remedy: "write, for example, `6 months`"
        ) { $0.policies[0].reviewEvery = ReviewInterval() },
        Mistake(
            path: "policies[0].review-every", what: "the review interval is not positive",
            remedy: "write, for example, `6 months`"
        ) { $0.policies[0].reviewEvery = ReviewInterval(months: 6, days: -1) },
        Mistake(path: "policies[0].relies-on[0]", what: "the authority is empty", remedy: citation) {
            $0.policies[0].reliesOn = [" "]
        },
        Mistake(path: "policies[0].sections[0].id", what: "the name is empty", remedy: "write a name") {
            $0.policies[0].sections[0].id = ""
        },
        Mistake(
            path: "policies[0].sections[1].id", what: "the section '3.2' is there twice",
            remedy: "give each section its own number"
        ) { $0.policies[0].sections.append($0.policies[0].sections[0]) },
        Mistake(
            path: "policies[0].sections[0].topics[0]", what: "there is no topic 'x'",
            remedy: "known: copyright, privacy"
        ) { $0.policies[0].sections[0].topics = [ID("x")] },
        Mistake(path: "policies[0].sections[0].relies-on[0]", what: "the authority is empty", remedy: citation) {
            $0.policies[0].sections[0].reliesOn = [""]
        },
        Mistake(
            path: "policies[0].sections[0].quotes[0]", what: "the quote is empty",
            remedy: "write the words of the law as they stand"
        ) { $0.policies[0].sections[0].quotes = ["\n"] },
        Mistake(
            path: "policies[0]", what: "no topic reaches this policy", remedy: "add `topics: […]`", isError: false
        ) { $0.policies[0].topics = [] },
        Mistake(
            path: "policies[0].aliases[1]", what: "'genai' already names a policy",
            remedy: "an alias must be a name that no policy has"
        ) { $0.policies[0].aliases.append(ID("genai")) },
        Mistake(path: "tools[0].name", what: "the name is empty", remedy: "write a name") { $0.tools[0].name = "\t" },
        Mistake(path: "tools[0].names[0]", what: "the name is empty", remedy: "write a name") {
            $0.tools[0].names = [""]
        },
        Mistake(path: "tools[0].owner", what: "there is no owner 'x'", remedy: "known: ada, ben") {
            $0.tools[0].owner = ID("x")
        },
        Mistake(path: "tools[0].topics[0]", what: "there is no topic 'x'", remedy: "known: copyright, privacy") {
            $0.tools[0].topics = [ID("x")]
        },
        Mistake(path: "tools[0].policies[0]", what: "there is no policy 'x'", remedy: "known: genai, old") {
            $0.tools[0].policies = [ID("x")]
        },
        Mistake(
            path: "tools[0]", what: "nobody is named who answers for this tool", remedy: "add `owner:` or `policies:`",
            isError: false
        ) { $0.tools[0].policies = [] },
        Mistake(path: "tools[1].id", what: "the tool 't' is there twice", remedy: "give each tool its own id") {
            $0.tools.append($0.tools[0])
        },
    ]

    private func findings(_ register: PolicyRegister) -> [RegisterFinding] {
        RegisterValidation.findings(in: register, topics: [ID("privacy"), ID("copyright")])
    }

    @Test("a register without one has none") func good() {
        #expect(findings(Self.good).isEmpty)
        #expect(findings(PolicyRegister()).isEmpty)
    }

    @Test("each is named with its path and its remedy, and nothing else is", arguments: mistakes)
    func finds(mistake: Mistake) {
        var register = Self.good
        mistake.make(&register)
        #expect(
            findings(register) == [
                RegisterFinding(
                    path: mistake.path, what: mistake.what, remedy: mistake.remedy, isError: mistake.isError)
            ])
    }

    @Test("where there is nobody at all, it says so")
    func nobody() {
        let register = PolicyRegister(policies: [
            Policy(id: ID("p"), title: "P", owner: ID("x"), topics: [ID("privacy")])
        ])
        #expect(findings(register).map(\.remedy) == ["there is none"])
    }

    @Test(
        "the nearest name is a slip of the keys away, or none is",
        arguments: [
            ("privcy", "privacy"), ("copyrigth", "copyright"), ("privacy", "privacy"), ("labour", nil), ("", nil),
            ("x", nil),
        ])
    func nearest(word: String, known: String?) {
        #expect(RegisterValidation.nearest(to: word, among: ["privacy", "copyright"]) == known)
        #expect(RegisterValidation.nearest(to: word, among: []) == nil)
    }
}
