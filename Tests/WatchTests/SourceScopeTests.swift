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

    @Test(
        "a paper of joint litigation over copyright is about what the litigation is known for, unless it tells of users",
        arguments: [
            ("Order", ["training-data", "output-infringement"]),
            ("Notice of Appeal", ["training-data", "output-infringement"]),
            ("Order to keep output logs of users, whatever privacy laws say", ["output-infringement"]),
        ])
    func jointLitigation(paper: String, topics: [String]) throws {
        let title = "In re OpenAI, Inc. Copyright Infringement Litigation, 1:25-md-03143"
        #expect(try Set(Self.topics(of: title, .general, paper)).isSuperset(of: topics.map { ID($0) }))
        #expect(
            try Self.topics(of: title, .general, paper).contains(ID("training-data"))
                == topics.contains("training-data"))
        #expect(try Self.topics(of: "In re Zillow Copyright Litigation, 1:25-md-03143", .general, paper).isEmpty)
    }

    @Test(
        "private data is personal where people complain of it, and not what a product reads",
        arguments: [
            ("Doe v. OpenAI: court dismisses claims over training on private data", true),
            ("Lawsuit says Gemini was trained on private data of millions", true),
            ("Connect your private data to Claude under our new terms of service", false),
            ("Fine-tune Llama on private data, compliant with the AI Act", false),
        ])
    func privateData(title: String, isPersonal: Bool) throws {
        #expect(try Self.topics(of: title, .general).contains(ID("privacy-biometrics")) == isPersonal)
    }

    private static func topics(of title: String, _ scope: Source.Scope, _ summary: String = "") throws -> [ID<Topic>] {
        let text = TaggedText(title: title, summary: summary, language: .english, scope: scope)
        return try tools.get().findings(in: text).topics.map(\.topic)
    }
}
