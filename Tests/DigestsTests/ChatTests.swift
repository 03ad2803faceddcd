import Model
import Testing

@testable import Digests

@Suite("Digests in chats") struct ChatTests {
    private static let services = WebhookMessage.Service.allCases.filter { $0 != .generic }

    private func body(_ digest: Digest, _ service: WebhookMessage.Service) throws -> String {
        String(decoding: try WebhookMessage(digest, for: service, at: Sample.moment).body, as: UTF8.self)
    }

    @Test("of many questions with long links whole ones are shown, and how many more there are", arguments: services)
    func many(service: WebhookMessage.Service) throws {
        var digest = Sample.quiet()
        digest.entries = (1...12).map { number in
            var question = Sample.question("Ruling \(number)")
            question.development.link = "https://court.example/\(String(repeating: "a", count: number * 150))"
            return DigestEntry(
                id: "policy-\(number)", title: "Policy \(number)",
                questions: Array(repeating: question, count: 30), moreOpen: 2)
        }
        let text = try body(digest, service)
        #expect(text.utf8.count < 28_000)
        for number in 1...12 { #expect(text.contains("Policy \(number)") && text.contains("policy-\(number)")) }
        #expect(count(of: "further open question", in: text) == 12)
        #expect(count(of: "<https:", in: text) == count(of: "|Ruling", in: text))
        #expect(count(of: "](https:", in: text) <= count(of: "a)", in: text))
    }

    @Test("a quiet digest says what was read, and what was not", arguments: services)
    func coverage(service: WebhookMessage.Service) throws {
        var digest = Sample.quiet(read: 2)
        digest.coverage.troubled = [TroubledSource(id: "a", title: "A court", trouble: .failing)]
        let text = try body(digest, service)
        for words in ["2 of 3 sources were read", "A court", "cannot be read"] {
            #expect(text.contains(words), "\(text)")
        }
    }
}
