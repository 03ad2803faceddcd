import Model
import Store
import Testing

@Suite("Search")
struct SearchTests {
    private static let titles = [
        "生成式人工智能服务中的机密信息保护指南", "人工智能生成合成内容标识办法", "互联网信息服务深度合成管理规定",
        "The Court rules on fair use in AI training", "Règlement européen sur l’intelligence artificielle",
        "Urheberrecht und Text-und-Data-Mining", "生成AIと著作権に関する考え方", "개인정보 보호법 개정",
        "Case C-250/25 Like Company v Google", "ＡＩ法の施行",
    ]

    @Test(
        "words are found in any script",
        arguments: [
            ("机密", [0]), ("标识", [1]), ("深度合成", [2]), ("生成", [0, 1, 6]), ("合成", [1, 2]), ("密", [0]), ("南", [0]),
            ("法", [1, 9]), ("机密 指南", [0]), ("密机", []), ("\"fair use\"", [3]), ("FAIR", [3]),
            ("reglement europeen", [4]), ("urheber*", [5]), ("urheber", []), ("著作権", [6]), ("생성", []), ("보호법", [7]),
            ("개인", [7]), ("C-250/25", [8]), ("250", [8]), ("AI", [3, 6, 9]), ("人工智能 -标识", [0]),
            ("标识 OR court", [1, 3]), ("AI NOT (training OR 著作権)", [9]),
        ])
    func finds(query: String, expected: [Int]) throws {
        let scratch = try Scratch()
        let ids = try Self.titles.map { try scratch.item($0) }
        let found = try scratch.store.items(ItemQuery(text: SearchQuery(query))).map(\.id)
        #expect(found.sorted() == expected.map { ids[$0] })
    }

    @Test(
        "what is no query of the index does no harm",
        arguments: [
            "a\"b\" c", "rowid:1", "{title} : x", "a NEAR b", "x'; DROP TABLE item; --", "a\u{0}b", "\u{202E}x",
            "+a ^b", "💥 a",
        ])
    func harmless(query: String) throws {
        let scratch = try Scratch()
        try scratch.item("nothing of the kind")
        #expect(try scratch.store.items(ItemQuery(text: SearchQuery(query))).isEmpty)
    }

    @Test("an edited item is found by its new words, and no longer by its old ones")
    func edits() throws {
        let scratch = try Scratch()
        let id = try scratch.item("草案征求意见", summary: "old words")
        let text = ItemText(title: "正式标识办法", summary: "new words")
        _ = try scratch.store.record(
            FetchRecord(
                fetch: Fetch(source: ID("court"), at: scratch.at, outcome: .read(seen: 1, new: 0, revised: 1)),
                intents: [.revise(id, text, textHash: "2", Findings())], state: SourceState()))
        func found(_ query: String) throws -> Int {
            try scratch.store.items(ItemQuery(text: SearchQuery(query))).count
        }
        #expect(try found("标识") == 1)
        #expect(try found("new") == 1)
        #expect(try found("草案") == 0)
        #expect(try found("old") == 0)
    }
}
