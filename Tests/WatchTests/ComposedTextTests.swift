import Foundation
import Model
import Syndication
import Testing

@testable import Watch

@Suite("Letters that are written in parts")
struct ComposedTextTests {
    @Test(
        "letters, Hangul and kana become one character each, and are stored so",
        arguments: ["Décision", "Łódź", "Új törvény", "й", "법원", "がぎぱ", "Ứng", "plain", "法院"])
    func composed(text: String) throws {
        let parts = text.decomposedStringWithCanonicalMapping
        #expect(Array(parts.composed.unicodeScalars) == Array(text.unicodeScalars))
        var item = FeedItem()
        (item.title, item.summary) = (parts, "<p>\(parts)</p>")
        let source = Source(
            id: ID("s"), publisher: "P", url: "https://s.example/", jurisdiction: try #require(Jurisdiction("FR")),
            authority: .court)
        let read = try #require(EntryReader.entries(of: [item], from: source).first).text
        #expect([read.title, read.summary].allSatisfy { Array($0.utf8) == Array(text.utf8) })
    }

    @Test("what no writing has stays as it is, and takes no time", .timeLimit(.minutes(1)))
    func hostile() {
        let marks = String(repeating: "\u{301}\u{323}\u{59A}", count: 300_000)
        #expect(("e" + marks).composed.utf8.elementsEqual(("e" + marks).utf8))
    }

    @Test("facts are found in a text that is written so")
    func tagged() throws {
        let line = #"{"id":"1","language":"fr","title":"Décision","summary":"L’arrêt prend effet le 3 août 2026."}"#
        let tagger = LineTagger(
            try TaggingTools(topics: "\(Installation.data)/topics.yaml", vocabulary: "\(Installation.data)/vocabulary"))
        let answers = try [line, line.decomposedStringWithCanonicalMapping].map { try tagger.tag($0, number: 1) }
        #expect(answers[0] == answers[1])
        #expect(String(decoding: answers[0], as: UTF8.self).contains("2026-08-03"))
    }
}
