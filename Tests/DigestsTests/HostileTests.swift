import Model
import Testing

@testable import Digests

@Suite("Text from outside is shown and never obeyed")
struct HostileTests {
    private let renderer = DigestRenderer()

    @Test("html holds no markup, attribute, script or link that a text brought along", arguments: hostileTexts)
    func html(text: String) {
        let page = renderer.html(Sample.digest(text))
        let plain = renderer.html(Sample.digest("plain"))
        #expect(count(of: "<script", in: page) == 0)
        #expect(count(of: "<img", in: page) == 0)
        #expect(count(of: "onmouseover=alert(1) x='", in: page) == 0)
        #expect(count(of: "href=\"javascript:", in: page) == 0)
        #expect(count(of: "href=\"data:", in: page) == 0)
        #expect(count(of: "<td", in: page) == count(of: "<td", in: plain))
        #expect(!hasActingScalars(page))
    }

    @Test(
        "plain text has no control, no override, and no line beyond 72 columns but for what has no space in it",
        arguments: hostileTexts)
    func text(text: String) {
        let result = renderer.text(Sample.digest(text))
        #expect(!hasActingScalars(result))
        #expect(!result.unicodeScalars.contains("\u{E000}"))
        let long = result.utf8.split(separator: 0x0A).map { String(Substring($0)) }.filter { DisplayWidth.of($0) > 72 }
        #expect(long.allSatisfy { $0.contains("://") || $0.contains("mailto:") })
    }

    @Test("Markdown holds no link, heading or table row that a text brought along", arguments: hostileTexts)
    func markdown(text: String) {
        let result = renderer.markdown(Sample.digest(text))
        #expect(!hasActingScalars(result))
        #expect(count(of: "](javascript:", in: result) == count(of: "\\](javascript:", in: result))
        #expect(count(of: "<script", in: result) == count(of: "\\<script", in: result))
        #expect(count(of: " https://evil", in: result) == 0)
        let plain = renderer.markdown(Sample.digest("plain"))
        for sign in ["\n===\n", "\n---\n", "\n### ", "\n## "] {
            #expect(count(of: sign, in: result) == count(of: sign, in: plain))
        }
        #expect(count(of: "\n# ", in: "\n" + result) == 0)
    }

    @Test("a calendar keeps to 75 octets a line and to its own events", arguments: hostileTexts)
    func calendar(text: String) {
        let lines = CalendarRenderer().calendar(of: Sample.digest(text)).utf8.split(separator: 0x0A)
        #expect(lines.allSatisfy { $0.count <= 76 && $0.last == 0x0D })
        #expect(lines.filter { $0.elementsEqual("BEGIN:VEVENT\r".utf8) }.count == 1)
        #expect(lines.filter { $0.elementsEqual("END:VCALENDAR\r".utf8) }.count == 1)
    }

    @Test("JSON gives back what it was given", arguments: hostileTexts)
    func json(text: String) throws {
        let digest = Sample.digest(text)
        #expect(try Digest(json: digest.json()) == digest)
    }

    @Test("a feed holds no element that a text brought along", arguments: hostileTexts)
    func atom(text: String) {
        let feed = DevelopmentFeed(
            id: text, name: text, organisation: text, domain: text, address: text, written: Sample.moment,
            entries: [.init(Sample.development(text), updated: Sample.moment, topics: [text])])
        let document = AtomRenderer().render(feed)
        #expect(count(of: "<script", in: document) == 0)
        #expect(count(of: "<entry", in: document) == 1)
        #expect(!hasActingScalars(document))
        #expect(!document.unicodeScalars.contains { $0.value == 0xFFFF })
    }

    @Test("chat bodies are JSON in which no text is markup", arguments: hostileTexts)
    func chat(text: String) throws {
        let digest = Sample.digest(text)
        let teams = try WebhookMessage(digest, for: .teams, at: Sample.moment)
        let body = String(decoding: teams.body, as: UTF8.self)
        #expect(count(of: "](javascript:", in: body) == count(of: "\\\\](javascript:", in: body))
        let slack = try WebhookMessage(digest, for: .slack, at: Sample.moment)
        let blocks = String(decoding: slack.body, as: UTF8.self)
        // The header is plain text; everything else must have no angle bracket of its own.
        #expect(
            count(of: "<script", in: blocks) == count(of: "\"plain_text\"", in: blocks) * count(of: "<script", in: text)
        )
    }
}

/// How often bytes stand in a text.
func count(of needle: String, in text: String) -> Int {
    let (needle, text) = (Array(needle.utf8), Array(text.utf8))
    guard let first = needle.first, text.count >= needle.count else { return 0 }
    return (0...(text.count - needle.count)).count { text[$0] == first && text[$0...].starts(with: needle) }
}

/// Whether a text has a scalar that acts on a terminal or on the order of others.
func hasActingScalars(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
        switch scalar.value {
        case 0...9, 0xB...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
