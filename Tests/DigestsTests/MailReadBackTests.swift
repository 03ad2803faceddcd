import Foundation
import Model
import Testing

@testable import Digests

@Suite("Mail is read back by a parser that is not ours")
struct MailReadBackTests {
    /// What the reader is told that a message has to say.
    private struct Expected: Encodable {
        var Subject, From, To, Date: String
        var messageID: String
        var references: [String]
        var unsubscribe: [String]
        var post: String?
        var text, html: String
        var calendar: String?

        enum CodingKeys: String, CodingKey {
            case Subject, From, To, Date
            case messageID = "Message-ID"
            case references = "References"
            case unsubscribe = "List-Unsubscribe"
            case post = "List-Unsubscribe-Post"
            case text = "text/plain"
            case html = "text/html"
            case calendar = "text/calendar"
        }
    }

    private static let texts =
        hostileTexts + [
            String(repeating: "律师函与数据训练👩‍⚖️", count: 100), "Ünïcödé, \"quoted\" \\ and (comment) <a@b.example>; x",
            "=?utf-8?", "a=?=?utf-8?b?eA==?=b", "=?iso-8859-1?q?=0D=0ABcc:_x?= tail",
            String(repeating: "x", count: 1000),
        ]

    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    @Test("header fields, threading and all parts say what was written, whatever the texts are")
    func readBack() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        for (number, text) in Self.texts.enumerated() { try write(text, number) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Outputs/readmail.py")
        process.arguments = ["python3", script.path, folder.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said)")
        #expect(said.contains("\(Self.texts.count) messages read, 0 faults"), "\(said)")
    }

    /// A message with a text in all places, and what it has to say; every other one has dates and a web address.
    private func write(_ text: String, _ number: Int) throws {
        let isFull = number % 2 == 0
        let address = isFull ? "https://watch.example/stop?x=1" : nil
        var digest = Sample.digest(text, language: Language(["en", "zh-Hans", "ar", "ru"][number % 4]))
        if !isFull { digest.dates = [] }
        let composer = MailComposer(
            MailSettings(
                from: try #require(MailParty(name: text, address: "watch@example.org")), organisation: text,
                unsubscribeURL: address))
        let to = try #require(MailParty(name: text, address: "counsel@example.org"))
        let ids = (0...(number % 14)).map { "m\($0)@example.org" }
        let identity = MailIdentity(messageID: "this.\(number)@example.org", references: ids, date: Sample.moment)
        let bytes = composer.message(for: digest, to: to, identity)
        let kept = ids.count > 10 ? [ids[0]] + ids.suffix(9) : ids
        let ways = [address, "mailto:watch@example.org?subject=unsubscribe"].compactMap(\.self)
        let expected = Expected(
            Subject: Plain.line("\(digest.headline) · \(digest.organisation)"), From: Plain.line(text),
            To: Plain.line(text), Date: "2026-08-03T08:00:00+02:00", messageID: "<this.\(number)@example.org>",
            references: kept.map { "<\($0)>" }, unsubscribe: ways,
            post: isFull ? "List-Unsubscribe=One-Click" : nil,
            text: DigestRenderer().text(digest), html: DigestRenderer().html(digest),
            calendar: isFull ? CalendarRenderer().calendar(of: digest) : nil)
        try Data(bytes).write(to: folder.appendingPathComponent("\(number).eml"))
        try JSONEncoder().encode(expected).write(to: folder.appendingPathComponent("\(number).json"))
    }
}
