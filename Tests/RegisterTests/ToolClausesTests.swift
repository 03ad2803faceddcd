import Testing

@testable import Register

@Suite("Clauses of a vendor's terms") struct ToolClausesTests {
    private static let terms =
        "We will not use your prompts to train our models. We retain logs for 30 days. You own the output."

    @Test(
        "a change quotes old and new, a lost anchor says so",
        arguments: [
            (terms, []), (terms.filter { $0 != "\n" } + " Be well.", []),
            (
                "You own the output. We retain logs for 30 days. We will not use your prompts to train our models.", []
            ),
            (
                "We may use your prompts to train our models. We retain logs for 30 days. You own the output.",
                [
                    ToolClauses.Change.changed(
                        .training, old: ["We will not use your prompts to train our models."],
                        new: ["We may use your prompts to train our models."])
                ]
            ),
            (
                "We will not use your prompts to train our models. You own the output.",
                [.lost(.retention, old: ["We retain logs for 30 days."])]
            ),
            (
                terms + " We hold harmless nobody.", [.added(.indemnity, new: ["We hold harmless nobody."])]
            ),
            (
                "",
                [
                    .lost(.training, old: ["We will not use your prompts to train our models."]),
                    .lost(.retention, old: ["We retain logs for 30 days."]),
                    .lost(.ownership, old: ["You own the output."]),
                ]
            ),
        ])
    func changes(new: String, expected: [ToolClauses.Change]) {
        #expect(ToolClauses.changes(from: Self.terms, to: new) == expected)
    }

    @Test("only typography and line breaks changed: nothing did")
    func typography() {
        let new =
            "We will not use your prompts\nto train our\u{A0}models.\n\nWe retain logs for 30 days.\r\nYou own the output."
        #expect(ToolClauses.changes(from: Self.terms, to: new).isEmpty)
    }

    @Test("Chinese terms")
    func chinese() {
        #expect(
            ToolClauses.changes(from: "我们不会使用您的内容训练模型。您保留权利。", to: "我们可以使用您的内容训练模型。您保留权利。")
                == [.changed(.training, old: ["我们不会使用您的内容训练模型。"], new: ["我们可以使用您的内容训练模型。"])])
    }

    @Test(
        "a change beside an anchor is seen across abbreviations and lists",
        arguments: [
            ("We retain data, e.g. prompts, for 30 days.", "We retain data, e.g. prompts, for 90 days."),
            ("We retain data of U.S. Customers for 30 days.", "We retain data of U.S. Customers for 90 days."),
            ("We retain:\n\n- logs;\n\n- prompts for 30 days.", "We retain:\n\n- logs;\n\n- prompts for 90 days."),
            (
                "We retain prompts (see no. 5) under Art. 5 for 30 days.",
                "We retain prompts (see no. 5) under Art. 5 for 90 days."
            ),
            ("Retention\n30 days", "Retention\n90 days"),
        ])
    func sees(old: String, new: String) {
        #expect(ToolClauses.changes(from: old, to: new).count == 1)
    }

    @Test(
        "at the first look, what no text has an anchor of is absent",
        arguments: [
            ([], [.training, .retention, .indemnity, .ownership]),
            (["We retain logs.", "You own the output."], [.training, .indemnity]),
            (["我们保留日志。您拥有所有权。我们训练模型。赔偿。"], []),
        ] as [([String], [ToolClauses.Subject])])
    func absent(texts: [String], expected: [ToolClauses.Subject]) {
        #expect(ToolClauses.absent(from: texts) == expected.map(ToolClauses.Change.absent))
    }

    @Test(
        "sentences",
        arguments: [
            ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
            ("v1.2 is out. Yes", ["v1.2 is out.", "Yes"]),
            ("A head\n\nA text.", ["A head", "A text."]), ("wrapped\nline. Next", ["wrapped line.", "Next"]),
            ("一。二。", ["一。", "二。"]), ("", []), ("\n \n", []), ("...", ["..."]),
        ])
    func sentences(text: String, expected: [String]) {
        #expect(ToolClauses.sentences(text) == expected)
    }
}
