import Foundation
import Model
import Syndication
import Testing

@Suite("Dates")
struct DateFormTests {
    @Test(
        "each form in the tables is the moment beside it, or no date",
        arguments: ["forms", "courts", "gazettes", "calendars", "prose", "languages", "shown"])
    func table(name: String) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/dates/\(name).tsv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count > 30)
        let reader = DateReader(namedOffset: { zone, local in
            TimeZone(identifier: zone)?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local)))
        })
        for line in lines {
            let parts = line.split(separator: "\t").map(String.init)
            // The third is the language that the text is said to be in.
            try #require((2...3).contains(parts.count), "\(line)")
            let speaking = reader.speaking(parts.count > 2 ? parts[2] : nil)
            #expect(speaking.instant(parts[0])?.description ?? "nil" == parts[1], "\(line)")
        }
    }

    @Test(
        "the language decides what a date leaves open",
        arguments: [
            ("5. listopada 2024", "hr", "2024-10-05"), ("5 listopada 2024", "pl", "2024-11-05"),
            ("05/03/2024", "fr-FR", "2024-03-05"), ("05/03/2024", "en-US", "2024-05-03"),
            ("05/03/2024", "pt_BR", "2024-03-05"), ("2024-03-05", "fr", "2024-03-05"),
            ("1402/12/15", "fa", "2024-03-05"), ("05/03/67", "th", "2024-03-05"), ("05/03/24", "en-GB", "2024-03-05"),
        ])
    func language(text: String, language: String, day: String) {
        #expect(DateReader().speaking(language).instant(text)?.day.description == day)
    }

    @Test(
        "an abbreviation of several zones is that of the source's language, or its own clock",
        arguments: [
            ("Tue Mar 05 14:30:00 CST 2024", "zh-CN", nil, "2024-03-05T06:30:00Z"),
            ("Tue, 05 Mar 2024 14:30:00 CST", "en", nil, "2024-03-05T20:30:00Z"),
            ("Tue, 05 Mar 2024 14:30:00 CST", "en", 8, "2024-03-05T06:30:00Z"),
            ("Tue, 05 Mar 2024 14:30:00 IST", "en", 2, "2024-03-05T12:30:00Z"),
            ("Tue, 05 Mar 2024 14:30:00 IST", "en", 5, "2024-03-05T09:00:00Z"),
            ("Tue, 05 Mar 2024 14:30:00 EST", "en", 8, "2024-03-05T19:30:00Z"),
        ] as [(String, String, Int?, String)])
    func abbreviations(text: String, language: String, hours: Int?, moment: String) {
        let reader = hours.map { hours in DateReader(localOffset: { _ in hours * 3600 }) } ?? DateReader()
        #expect(reader.speaking(language).instant(text)?.description == moment)
    }

    @Test("the feed's language decides the order of day and month, the entry's before it")
    func feedLanguage() throws {
        let text = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><entry><published>05/03/2024</published></entry>
            <entry xml:lang="en-US"><published>05/03/2024</published></entry></feed>
            """
        let days = try feed(text).items.map { $0.published?.day.description }
        #expect(days == ["2024-03-05", "2024-05-03"])
    }

    @Test(
        "an open order of day and month is decided by the source's language",
        arguments: [
            ("05/03/2024", "en-US", "2024-05-03"), ("05/03/2024", "en-GB", "2024-03-05"),
            ("05/03/2024", "fr", "2024-03-05"), ("05/03/2024", "en", "2024-05-03"),
            ("05-03-2024", "en-US", "2024-05-03"),
            ("25/03/2024", "en-US", "2024-03-25"), ("03/25/2024", "fr", "2024-03-25"),
        ])
    func order(text: String, language: String, day: String) {
        let reader = DateReader(order: DateOrder(language: language))
        #expect(reader.instant(text)?.day.description == day)
    }

    @Test(
        "a date without a zone is in the source's own",
        arguments: [
            ("2024-03-05", "2024-03-04T16:00:00Z"), ("2024年3月5日 10:00", "2024-03-05T02:00:00Z"),
            ("2004년 05월 28일  01:31:15", "2004-05-27T17:31:15Z"), ("2024-03-05T10:00:00Z", "2024-03-05T10:00:00Z"),
            ("Tue, 05 Mar 2024 10:00:00 GMT", "2024-03-05T10:00:00Z"),
        ])
    func localZone(text: String, instant: String) {
        let reader = DateReader { _ in 8 * 3600 }
        #expect(reader.instant(text)?.description == instant)
    }

    @Test("any bytes are read without a fault", arguments: [0, 1, 2, 3, 4, 5, 6, 7])
    func hostile(seed: UInt64) {
        var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let alphabet = Array("0123456789-/:.+T ZWamp,年月日時()'thang \u{FF}".unicodeScalars)
        for _ in 0..<2000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<24 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text.append(alphabet[Int((state >> 33) % UInt64(alphabet.count))])
            }
            guard let instant = DateReader().instant(String(text)) else { continue }
            #expect(Instant(rfc3339: instant.description) == instant)
        }
    }
}
