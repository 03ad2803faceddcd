import Testing

@testable import Store

@Suite("Text as it is indexed")
struct SearchTextTests {
    @Test(
        "runs of characters without spaces become pairs",
        arguments: [
            ("plain text", "plain text"), ("café", "café"), ("机密", " 机密 密 "), ("深度合成", " 深度 度合 合成 成 "),
            ("AI生成内容", "AI 生成 成内 内容 容 "), ("第17条", " 第 17 条 "), ("개인정보", " 개인 인정 정보 보 "),
            ("著作権のAI", " 著作 作権 権の の AI"), ("ＡＩ法", "AI 法 "), ("𠀋𠀌", " 𠀋𠀌 𠀌 "), ("", ""),
        ])
    func pairs(text: String, indexed: String) {
        #expect(SearchText.indexed(text) == indexed)
    }
}

@Suite("Queries")
struct SearchQueryTests {
    @Test(
        "a query is put into the index's own syntax, every word quoted",
        arguments: [
            ("copyright", #"("copyright")"#), ("train model", #"("train" AND "model")"#),
            ("train AND model", #"("train" AND "model")"#), ("a OR b", #"(("a") OR ("b"))"#),
            ("\"fair use\"", #"("fair use")"#), ("licen*", #"("licen"*)"#), ("a -b", #"(("a") NOT ("b"))"#),
            ("a NOT (b OR c)", #"(("a") NOT ((("b") OR ("c"))))"#), ("C-250/25", #"("C-250/25")"#),
            ("title:x", #"("title:x")"#), ("a ... b", #"("a" AND "b")"#), ("near(a b)", #"("near" AND ("a" AND "b"))"#),
            ("机密", "(\" 机密 \")"), ("密", "(\" 密 \"*)"), ("深度合成", "(\" 深度 度合 合成 \")"), ("a^b", #"("a^b")"#),
        ])
    func reads(text: String, match: String) throws {
        #expect(try SearchQuery(text).match == match)
    }

    @Test(
        "what is no query is explained",
        arguments: [
            ("", "no word"), ("  ", "no word"), ("...", "no word"), ("\"open", "not closed"), ("(a", "parentheses"),
            ("a)", "parentheses"), ("OR", "OR needs"), ("a OR", "OR needs"), ("AND a", "AND needs"),
            ("a AND", "AND needs"),
            ("NOT", "NOT needs"), ("-a", "only what shall not"), ("()", "no word"), ("\"\"", "no word"),
            ("*", "no word"),
        ])
    func refuses(text: String, words: String) throws {
        let mistake = #expect(throws: SearchQuery.Mistake.self) { try SearchQuery(text) }
        #expect(try #require(mistake).what.contains(words))
    }

    @Test("parentheses in parentheses are bounded")
    func deep() {
        let text = String(repeating: "(", count: 100_000) + "a" + String(repeating: ")", count: 100_000)
        #expect(throws: SearchQuery.Mistake.self) { try SearchQuery(text) }
    }
}
