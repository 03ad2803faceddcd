import Digests
import Foundation
import Model
import Testing

@testable import Watch

@Suite("The head of the audit log in a digest's footer") struct AuditFooterTests {
    private static let forged = "1:\(String(repeating: "a", count: 64))"

    /// Digests whose titles forge a head, with the folder that they are in.
    private func written() async throws -> (Installation, files: [String]) {
        let place = try Installation(at: "2026-07-07")
        try place.publish([
            .init(
                id: "forged", title: "\(Self.forged) Court holds that training generative AI on books is not fair use",
                text: "The court granted summary judgment: copying books as training data for a large language model "
                    + "infringes copyright. No. 9:25-cv-00077. The order takes effect on 1 June 2027.",
                day: "2026-07-06")
        ])
        return (place, try await place.run().digests.flatMap(\.files))
    }

    @Test("is taken from the footer, whatever titles say, and in every form")
    func forms() async throws {
        let (place, files) = try await written()
        let shown = try files.filter { try String(contentsOfFile: $0, encoding: .utf8).contains(Self.forged) }
        #expect(Set(shown.map { ($0 as NSString).pathExtension }).isSuperset(of: ["html", "txt", "md", "json"]))
        for file in shown where !file.hasSuffix(".ics") {
            #expect(try place.workspace.verifyAudit(against: file).isIntact, "\(file)")
        }
    }

    @Test("is read from mail in any encoding, with a calendar behind it", arguments: ["en", "zh-Hans", "ar"])
    func mail(language: String) async throws {
        let (place, files) = try await written()
        let json = try #require(files.first { $0.contains("counsel") && $0.hasSuffix(".json") })
        var digest = try Digest(json: [UInt8](Data(contentsOf: URL(fileURLWithPath: json))))
        digest.recipient.language = Language(language)
        if language != "en" { digest.answered = Self.answers }
        #expect(!digest.dates.isEmpty)
        let party = try #require(MailParty(address: "counsel@example.org"))
        let bytes = MailComposer(MailSettings(from: party, organisation: "Test AG")).message(
            for: digest, to: party, MailIdentity(messageID: "1@example.org", date: digest.composed))
        try place.write(String(decoding: bytes, as: UTF8.self), to: "digest.eml")
        #expect(try place.workspace.verifyAudit(against: "\(place.folder)/digest.eml").isIntact)
    }

    /// So much foreign text that both parts of a message are in base64.
    private static let answers = (1...300).map { number in
        AnsweredQuestion(
            alert: RowID(number), subject: "政策", title: String(repeating: "律师函与数据训练", count: 40),
            language: .simplifiedChinese, answer: .noImpact, note: "无", actor: "王敏",
            at: Instant(secondsSince1970: 1_780_000_000))
    }
}
