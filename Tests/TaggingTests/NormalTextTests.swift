import Model
import Testing

@testable import Tagging

@Suite("Folded text")
struct NormalTextTests {
    @Test(
        "what people see as the same is the same",
        arguments: [
            ("Künstliche Intelligenz", "kunstliche intelligenz"), ("STRASSE Straße", "strasse strasse"),
            ("ＡＩ　ガイドライン", "aiガイドライン"), ("ｶﾞｲﾄﾞ", "ガイド"), ("か\u{3099}", "が"),
            ("著作權與人工智慧", "著作权与人工智慧"), ("机器 学习", "机器学习"), ("AI 绘画", "ai绘画"),
            ("Ur\u{AD}he\u{200B}ber", "urheber"), ("l’IA — «loi»", "l'ia - \"loi\""),
            ("e\u{301}tat\u{A0}\n\t d", "etat d"), ("الذَّكَاء الاصطناعيّ", "الذكاء الاصطناعي"), ("ё Й", "е и"),
            ("\u{1112}\u{1161}\u{11AB}", "한"), ("ﬁne œuvre Łódź", "fine oeuvre lodz"), ("", ""),
        ])
    func folds(text: String, expected: String) {
        #expect(String(decoding: NormalText.folded(text), as: UTF8.self).utf8.elementsEqual(expected.utf8))
    }

    @Test("folding twice changes nothing more", arguments: 0..<200)
    func isIdempotent(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let once = NormalText.folded(random.text(length: 80))
        #expect(NormalText.folded(String(decoding: once, as: UTF8.self)) == once)
    }

    @Test("the context of evidence is short, though the words around it have no end")
    func boundedContext() throws {
        let long = String(repeating: "x", count: 50_000)
        let text = NormalText([(.title, "\(long) AI \(long)")])
        let evidence = try #require(text.evidence("ai", 50_002..<50_004))
        #expect(evidence.words == "AI")
        #expect(evidence.context.contains(" AI ") && evidence.context.utf8.count < 300)
    }

    @Test("a folded place leads back to the words as written")
    func leadsBack() throws {
        let text = NormalText([(.title, "Ｔhe  Ur\u{AD}heber and"), (.summary, "權利 x")])
        let folded = Array("urheber".utf8)
        let start = try #require((0..<text.bytes.count).first { text.bytes[$0...].starts(with: folded) })
        let evidence = try #require(text.evidence("copyright", start..<start + folded.count))
        #expect(evidence.words == "Ur\u{AD}heber")
        #expect(evidence.field == .title)
        #expect(evidence.offset == 7)
        #expect(evidence.context == "Ｔhe Ur\u{AD}heber and")
    }

    @Test("every place of random text leads to a place in its field", arguments: 0..<100)
    func staysInside(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let text = NormalText([(.title, random.text(length: 30)), (.summary, random.text(length: 50))])
        for span in text.spans {
            for index in span.range {
                let origin = try #require(text.origin(of: index..<index + 1))
                #expect(text.spans[origin.span].field == span.field)
                #expect(origin.range.upperBound <= span.original.count)
            }
        }
    }

    @Test("what a fold changes is found wherever it stands in a block of bytes", arguments: 1...20)
    func blocks(offset: Int) {
        let start = String(repeating: "a", count: offset)
        #expect(NormalText.folded(start + "  B! `c` D\u{7F}e") == Array((start + " b! 'c' d e").utf8))
    }
}
