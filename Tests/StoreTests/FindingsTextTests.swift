import GRDB
import Model
import Testing

@testable import Store

@Suite("What a text gave, as it is kept")
struct FindingsTextTests {
    private let text = ItemText(
        title: "Court rules on training data", summary: "Line one\nabout  训练数据 and \"models\".", content: "of the law")

    private func found(_ evidence: [Evidence]) -> Findings {
        var findings = Findings()
        findings.topics = [TopicTag(topic: ID("a"), evidence: evidence, rule: "x near/20 y")]
        findings.stage = Proven(.none, evidence)
        findings.citations = [Proven("C-1/20", evidence), Proven("\"quoted\"", [])]
        findings.nearMisses = [NearMiss(topic: ID("b"), evidence: evidence, lacked: "law")]
        return findings
    }

    private static let summary = Array("Line one\nabout  训练数据 and \"models\".".utf8)
    private static let pieces = [
        Evidence(
            rule: "court", field: .title,
            passage: Passage(of: Array("Court rules on training data".utf8), words: 0..<5, context: 0..<14)),
        Evidence(rule: "models", field: .summary, passage: Passage(of: summary, words: 34..<40, context: 33..<41)),
        Evidence(rule: "training", field: .summary, passage: Passage(of: summary, words: 16..<28, context: 9..<32)),
        Evidence(rule: "training", words: "训练数据", field: .summary, offset: 16, context: "about 训练数据 and"),
        Evidence(rule: "law", words: "law", field: .content, offset: 7, context: "of the law"),
        Evidence(rule: "elsewhere", words: "Court", field: .content, offset: 99, context: "no words of it"),
        Evidence(
            rule: "another text", field: .content,
            passage: Passage(of: Array("of the lot".utf8), words: 7..<10, context: 0..<10)),
        Evidence(rule: "negative", words: "of", field: .content, offset: -1, context: "of"),
        Evidence(rule: "jurisdiction", words: "EU", field: .source),
        Evidence(rule: "stated", words: "2026-08-02", field: .stated, context: "\u{1}\\"),
    ]

    @Test("evidence comes back as it was, in the text or not", arguments: pieces)
    func roundTrip(_ piece: Evidence) throws {
        let findings = found([piece, Self.pieces[0]])
        let kept = FindingsText(findings, in: text)
        let reader = try FindingsReader(kept.detail, of: text)
        #expect(reader.topics["a"]?.evidence == findings.topics[0].evidence)
        #expect(reader.topics["a"]?.rule == "x near/20 y")
        #expect(reader.facts.citations == findings.citations)
        #expect(reader.facts.stage == findings.stage)
        #expect(try reader.nearMisses(kept.misses) == findings.nearMisses)
    }

    @Test("what stands in the text as it is shown, and what was said before, is not repeated")
    func isCompact() throws {
        let kept = FindingsText(found([Self.pieces[0], Self.pieces[1], Self.pieces[2]]), in: text)
        let detail = try #require(kept.detail)
        let evidence =
            #"[["court","title",0,5,0,14],["models","summary",34,6,33,8],"#
            + #"["training","summary",16,"训练数据","about 训练数据 and"]]"#
        #expect(detail.hasPrefix(#"{"evidence":\#(evidence),"#))
        #expect(kept.misses == #"[["b","law",[0,1,2]]]"#)
    }

    @Test("nothing is kept of a text that gave nothing")
    func nothing() throws {
        let kept = FindingsText(Findings(), in: text)
        #expect(kept.detail == nil && kept.misses == nil)
        #expect(try FindingsReader(nil, of: text).facts == Findings())
    }

    @Test("words of a text with a NUL, which is stored as another character, are kept themselves")
    func nul() throws {
        let odd = ItemText(title: "a\u{0}Court rules")
        let passage = Passage(of: Array(odd.title.utf8), words: 2..<7, context: 2..<13)
        let piece = Evidence(rule: "court", field: .title, passage: passage)
        let detail = FindingsText(found([piece]), in: odd).detail
        #expect(try FindingsReader(detail, of: ItemText(title: "a\u{FFFD}Court rules")).facts.stage.evidence == [piece])
    }

    @Test(
        "findings that are cut off, or that are another text's, are damage",
        arguments: [
            "", "{", #"{"evidence":[["court","title",0,5,0,99]]}"#, #"{"evidence":[["court","title",0,5,-1,3]]}"#,
            #"{"evidence":[],"stage":[[[0]]]}"#, #"{"evidence":[],"dates":[["2026","effective",[]]]}"#,
        ])
    func damage(_ detail: String) {
        #expect(throws: DatabaseError.self) { try FindingsReader(detail, of: text) }
    }
}
