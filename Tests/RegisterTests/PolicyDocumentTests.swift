import Testing

@testable import Register

@Suite("Headings of a policy's document") struct PolicyDocumentTests {
    private func told(_ text: String) -> [String] { PolicyDocument(text).sections.map { "\($0.id)|\($0.title)" } }

    @Test(
        "Markdown",
        arguments: [
            ("# Policy\n## 3.2 Prompts\ntext", ["Policy|Policy", "3.2|Prompts"]),
            ("## 3. Scope ##", ["3|Scope"]), ("###### 1.2.3 Deep", ["1.2.3|Deep"]), ("####### 1.2 Seven", []),
            ("#Hashtag", []), ("##", []), ("  ## 4 Indented\r\n", ["4|Indented"]), ("##\t5 Tab", ["5|Tab"]),
            ("## Section 3.2: Prompts", ["3.2|Prompts"]), ("## Article 5", ["5|"]),
            ("## Learning C#", ["Learning C#|Learning C#"]), ("## § 3 Prompts", ["§ 3|Prompts"]),
            ("## **3.2** Prompts", ["3.2|Prompts"]), ("## 2025 review", ["2025 review|2025 review"]),
            ("```\n# not a heading\n```\n# 1 One", ["1|One"]), ("~~~\n# no\n~~~", []), ("## 第三条 提示词", ["第三条|提示词"]),
            ("\u{FEFF}# 1 One", ["1|One"]),
        ])
    func markdown(text: String, expected: [String]) {
        #expect(told(text) == expected)
    }

    @Test(
        "plain text",
        arguments: [
            ("3.2 Prompts\ntext", ["3.2|Prompts"]), ("3.2. Prompts", ["3.2|Prompts"]),
            (
                "3.2 Employees must not enter secrets, see C-250/25.",
                ["3.2|Employees must not enter secrets, see C-250/25."]
            ),
            ("2.5 million users were counted", []), ("12.03.2026 Inkrafttreten", []), ("3..2 Odd", []), ("3.2", []),
            ("Intro\n\n1. Purpose\n\nWe …\n\n2. Scope\n\nAll", ["1|Purpose", "2|Scope"]),
            ("1. apples\n2. Pears\n3. Plums", []), ("\n1. This is a sentence.\n", []), ("2024 Report", []),
            ("§ 3 Prompts", ["§ 3|Prompts"]), ("§3 Prompts\n\ntext", ["§ 3|Prompts"]),
            ("nach\n§ 3 Absatz 2 gilt\nweiter", []), ("**3.2 Prompts**", ["3.2|Prompts"]), ("", []), ("\n\n\n", []),
        ])
    func plain(text: String, expected: [String]) {
        #expect(told(text) == expected)
    }

    @Test(
        "Chinese",
        arguments: [
            ("第三条 提示词", ["第三条|提示词"]), ("第三条\u{3000}提示词", ["第三条|提示词"]), ("第 3 条：提示词", ["第3条|提示词"]),
            ("第十二条之一 例外", ["第十二条之一|例外"]), ("第一章总则", ["第一章|总则"]), ("第三条", ["第三条|"]),
            ("第三条规定的义务", []), ("第一次会议的章程", []), ("第", []), ("第条", []), ("第一章规定了很多内容。", []),
            (
                "第三条 " + String(repeating: "员工不得输入保密信息，", count: 10) + "\n第四条 数据",
                ["第三条|", "第四条|数据"]
            ),
        ])
    func chinese(text: String, expected: [String]) {
        #expect(told(text) == expected)
    }

    @Test("no cut through a text traps, and sections stay inside it")
    func survivesCuts() {
        let text = Array("## § 3.2.\n**第十二条之一：**\n``\n~~~\n§\n1.\n\n2) X\n\n#\t\u{FEFF}#\n第 千 章 总则\r\n12.1.1 Ä".utf8)
        for start in text.indices {
            for end in start...text.count {
                let document = PolicyDocument(String(decoding: text[start..<end], as: UTF8.self))
                for (section, next) in zip(document.sections, document.sections.dropFirst()) {
                    #expect(section.range.upperBound == next.range.lowerBound)
                }
            }
        }
    }

    @Test("sections follow one another without a gap, and a citation stands in one of them")
    func ranges() {
        let text = "Über\n## 1 Eins\r\nC-1/26\n## 2 Zwei\nC-2/26, C-1/26"
        let document = PolicyDocument(text)
        let count = text.utf8.count
        #expect(document.sections.map(\.range) == [6..<24, 24..<count])
        #expect(document.section(at: 0) == nil)
        #expect(document.section(at: 23)?.id == "1")
        #expect(document.section(at: count) == nil)
        let found = document.citations([("C-0/26", 2), ("C-1/26", 18), ("C-1/26", 20), ("C-1/26", count - 1)])
        #expect(
            found == [
                DocumentCitation(citation: "C-0/26", section: nil), DocumentCitation(citation: "C-1/26", section: "1"),
                DocumentCitation(citation: "C-1/26", section: "2"),
            ])
    }
}
