import Model
import Testing

@testable import Tagging
@testable import Watch

@Suite("The scope of a source") struct SourceScopeTests {
    private static let tools = Result {
        try TaggingTools(topics: "\(Installation.data)/topics.yaml", vocabulary: "\(Installation.data)/vocabulary")
    }

    @Test(
        "what a source tells that is watched for AI and law counts as law, also where it does not say so",
        arguments: [
            ("Employees and AI: keep confidential material out of prompts", "confidential-information"),
            ("Which models train on your chats?", "vendor-terms"),
            ("AI watermarks: how they work", "transparency-labelling"),
        ])
    func topicalSource(title: String, topic: String) throws {
        #expect(try Self.topics(of: title, .topical) == [ID(topic)])
        #expect(try Self.topics(of: title, .general).isEmpty)
    }

    @Test(
        "news of products is about no topic, whatever tells it",
        arguments: ["OpenAI launches a new assistant for shopping", "New AI model released", "Our new podcast on AI"],
        [Source.Scope.topical, .general])
    func productNews(title: String, scope: Source.Scope) throws {
        #expect(try Self.topics(of: title, scope).isEmpty)
    }

    private static func topics(of title: String, _ scope: Source.Scope) throws -> [ID<Topic>] {
        try tools.get().findings(in: TaggedText(title: title, language: .english, scope: scope)).topics.map(\.topic)
    }
}
