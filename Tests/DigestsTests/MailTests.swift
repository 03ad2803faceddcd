import Model
import Testing

@testable import Digests

@Suite("Mail is ASCII, folded, and has the headers that we gave it")
struct MailTests {
    private func message(_ text: String, references: [String] = ["a@example.org", "b@example.org"]) throws -> String {
        let from = try #require(MailParty(name: text, address: "watch@example.org"))
        let composer = MailComposer(
            MailSettings(from: from, organisation: text, unsubscribeURL: "https://watch.example/stop?x=1"))
        let to = try #require(MailParty(name: text, address: "counsel@example.org"))
        let identity = MailIdentity(messageID: "id@example.org", references: references, date: Sample.moment)
        let bytes = composer.message(for: Sample.digest(text), to: to, identity)
        #expect(bytes.allSatisfy { $0 < 0x80 && ($0 >= 0x20 || $0 == 0x0D || $0 == 0x0A) })
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("no text adds a header, breaks a line or leaves ASCII", arguments: hostileTexts)
    func headers(text: String) throws {
        let lines = try message(text).utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
        #expect(lines.dropLast().allSatisfy { $0.last == 0x0D && $0.count <= 79 })
        let head = lines.prefix { $0 != [0x0D] }.filter { $0.first != 0x20 }
        let names = head.map { String(decoding: $0.prefix { $0 != 0x3A }, as: UTF8.self) }
        #expect(
            names == [
                "Date", "From", "To", "Subject", "Message-ID", "In-Reply-To", "References", "List-Id",
                "List-Unsubscribe", "List-Unsubscribe-Post", "Auto-Submitted", "Precedence", "MIME-Version",
                "Content-Type",
            ])
    }

    @Test("the date is in the reader's zone")
    func date() throws {
        #expect(try message("x").hasPrefix("Date: Mon, 03 Aug 2026 08:00:00 +0200\r\n"))
    }

    @Test("a thread names the first message and the last ones")
    func thread() throws {
        let ids = (0..<30).map { "m\($0)@example.org" }
        let text = try message("x", references: ids + ["no id\r\n"])
        #expect(count(of: "In-Reply-To: <m29@example.org>\r\n", in: text) == 1)
        #expect(count(of: "<m0@example.org>", in: text) == 1)
        #expect(count(of: "<m20@example.org>", in: text) == 0)
    }

    @Test("an encoded word has whole characters and 75 columns at most")
    func encodedWords() {
        let words = MailHeader.encodedWords(String(repeating: "律👍é", count: 200), firstColumn: 9)
        #expect(words.count > 10)
        #expect(words.allSatisfy { $0.utf8.count <= 75 && $0.hasPrefix("=?utf-8?B?") && $0.hasSuffix("?=") })
        #expect(words.first.map { 9 + $0.utf8.count <= 76 } == true)
    }

    @Test(
        "an address is a dot-atom at a domain, and nothing else",
        arguments: [
            ("a@b.example", true), ("a.b+c@d", true), ("a b@c", false), ("a@b\r\nBcc: c@d", false), ("a@", false),
            ("@b", false), ("a@b@c", false), ("<a@b>", false), ("律@example.org", false), ("a..b@c", false), ("", false),
        ])
    func address(text: String, isAddress: Bool) {
        #expect((MailParty(address: text) != nil) == isAddress)
    }

    @Test("a name in front of an address is read")
    func party() {
        #expect(MailParty("lexwatch <w@example.org>") == MailParty(name: "lexwatch", address: "w@example.org"))
        #expect(MailParty("\"A, B\" <w@example.org>")?.name == "A, B")
        #expect(MailParty("w@example.org")?.name == "")
    }

    @Test("a message has the same name at every attempt, and another for another recipient")
    func messageID() {
        func id(_ recipient: String, domain: String = "example.org") -> String {
            MessageID.make(digest: "d", recipient: recipient, organisation: "o", domain: domain)
        }
        #expect(id("a") == id("a"))
        #expect(id("a") != id("b"))
        #expect(id("a", domain: "x\r\ny").hasSuffix("@lexwatch.invalid"))
        #expect(MailHeader.isMessageID(id("a")))
    }

    @Test(
        "quoted-printable keeps lines short and spaces at their ends",
        arguments: [("a=b \n", "a=3Db=20\r\n"), (".\nFrom x", "=2E\r\n=46rom x\r\n"), ("é", "=C3=A9\r\n")])
    func quotedPrintable(text: String, expected: String) {
        #expect(String(decoding: QuotedPrintable.encoded(text), as: UTF8.self) == expected)
        let long = QuotedPrintable.encoded(String(repeating: "é", count: 500)).split(separator: 0x0A)
        #expect(long.allSatisfy { $0.count <= 77 })
    }

    @Test("base64 as in RFC 4648, 10", arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foobar", "Zm9vYmFy")])
    func base64(text: String, expected: String) {
        #expect(Base64.text(text.utf8) == expected)
    }
}
