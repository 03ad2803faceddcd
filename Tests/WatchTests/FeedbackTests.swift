import Foundation
import Model
import Testing

@testable import Watch

@Suite("What people say of the tagging") struct FeedbackTests {
    private static let ruling = Installation.Entry(
        id: "ruling", title: "Court holds that training generative AI on books is not fair use",
        text: "Copying books as training data for a large language model infringes copyright.", day: "2026-07-06")
    private static let notice = Installation.Entry(
        id: "notice", title: "Office publishes guidance on artificial intelligence in court filings",
        text: "The guidance on generative AI applies to all filings.", day: "2026-07-06")

    private func place() async throws -> Installation {
        let place = try Installation(at: "2026-07-07")
        try place.publish([Self.ruling, Self.notice])
        try await place.run()
        return place
    }

    private func topics(of number: Int64, _ place: Installation) throws -> [String] {
        try place.workspace.item(RowID(number)).item.topics.map(\.rawValue)
    }

    @Test("a label outlives new rules, and is exported as a line that the evaluation reads")
    func labels() async throws {
        let place = try await place()
        let workspace = place.workspace
        try workspace.label(
            RowID(1),
            [TopicChange(ID("deepfakes-likeness"), applies: true), TopicChange(ID("training-data"), applies: false)],
            actor: "counsel")
        _ = try workspace.retag(isDryRun: false, actor: "counsel") { _ in }
        #expect(try topics(of: 1, place).contains("deepfakes-likeness"))
        #expect(try !topics(of: 1, place).contains("training-data"))
        var lines: [String] = []
        try workspace.exportLabels { lines.append($0) }
        #expect(lines.count == 1)
        try place.write(lines[0] + "\n", to: "labels.jsonl")
        #expect(try workspace.evaluate("\(place.folder)/labels.jsonl").table.hasPrefix("1 item "))
    }

    @Test("what was said of a topic can be taken back, and the rules decide again", arguments: [true, false])
    func takenBack(isRetagged: Bool) async throws {
        let place = try await place()
        let workspace = place.workspace
        let before = try topics(of: 1, place)
        let (given, other) = (ID<Topic>("training-data"), ID<Topic>("deepfakes-likeness"))
        func say(_ applies: Bool?, _ topic: ID<Topic>) throws {
            try workspace.label(RowID(1), [TopicChange(topic, applies: applies)], actor: "counsel")
        }
        try say(false, given)
        try say(true, given)
        try say(true, other)
        #expect(
            try workspace.item(RowID(1)).labels.map { "\($0.topic) \($0.applies) \($0.actor)" } == [
                "deepfakes-likeness true counsel", "training-data true counsel",
            ])
        try say(nil, given)
        try say(nil, other)
        if isRetagged { _ = try workspace.retag(isDryRun: false, actor: "counsel") { _ in } }
        #expect(try topics(of: 1, place).sorted() == before.sorted())
        let tags = try workspace.item(RowID(1)).findings.topics
        #expect(tags.allSatisfy { !$0.isByHand && !$0.evidence.isEmpty })
        var lines: [String] = []
        try workspace.exportLabels { lines.append($0) }
        #expect(lines.isEmpty)
        #expect(throws: PlainProblem.self) { try say(nil, given) }
        #expect(try workspace.verifyAudit(against: nil).isIntact)
    }

    @Test("an alert tells that a topic among its reasons was taken away, by whom and when")
    func alertOfLabelled() async throws {
        let place = try await place()
        let alert = try #require(try place.alerts().first)
        #expect(try place.workspace.alert(alert.id).labels?.isEmpty == true)
        try place.workspace.label(RowID(1), [TopicChange(ID("training-data"), applies: false)], actor: "counsel")
        let label = try #require(try place.workspace.alert(alert.id).labels?.first)
        #expect(label.topic == ID("training-data") && label.item == RowID(1) && label.actor == "counsel")
    }

    @Test(
        "retagging tells what changes once labels count, comes to an end, and is on record where it changed something")
    func retagging() async throws {
        let place = try await place()
        let workspace = place.workspace
        try workspace.label(
            RowID(1),
            [TopicChange(ID("training-data"), applies: false), TopicChange(ID("deepfakes-likeness"), applies: true)],
            actor: "counsel")
        func retag() throws -> (lines: [String], entries: Int) {
            var lines: [String] = []
            _ = try workspace.retag(isDryRun: false, actor: "counsel") { lines.append($0.line) }
            var entries = 0
            try workspace.exportAudit(from: nil, to: nil, asCSV: false) { line in
                if line.contains(#""action":"retag""#) { entries += 1 }
            }
            return (lines, entries)
        }
        #expect(try retag() == ([], 0))
        try FileManager.default.copyItem(
            atPath: workspace.settings().vocabulary, toPath: "\(place.folder)/vocabulary")
        try place.write(
            """
            topics:
              - {id: training-data, title: {en: Training}, when: [train-verb]}
              - {id: deepfakes-likeness, title: {en: Deepfakes}, when: [deep-synthesis]}
              - {id: guidance, title: {en: Guidance}, when: [guidance]}

            """, to: "topics.yaml")
        let changed = try retag()
        #expect(changed.entries == 1)
        #expect(!changed.lines.contains { $0.contains("training-data") }, "\(changed.lines)")
        #expect(changed.lines.last?.contains("+guidance") == true)
        #expect(try retag() == ([], 1))
        #expect(try topics(of: 1, place) == ["deepfakes-likeness"])
    }

    @Test("retagging names the open alerts that rest only on topics which go, before and after, and closes none")
    func ungrounded() async throws {
        let place = try await place()
        let workspace = place.workspace
        let open = try place.alerts().map(\.id)
        #expect(!open.isEmpty)
        try FileManager.default.copyItem(
            atPath: workspace.settings().vocabulary, toPath: "\(place.folder)/vocabulary")
        func retag(isDryRun: Bool, topic: String) throws -> [UngroundedView] {
            try place.write(
                """
                topics:
                  - {id: training-data, title: {en: Training}, when: [\(topic)]}
                  - {id: deepfakes-likeness, title: {en: Deepfakes}, when: [deep-synthesis]}

                """, to: "topics.yaml")
            return try workspace.retag(isDryRun: isDryRun, actor: "counsel") { _ in }.ungrounded
        }
        #expect(try retag(isDryRun: true, topic: "train-verb").isEmpty)
        for isDryRun in [true, false] {
            let told = try retag(isDryRun: isDryRun, topic: "deep-synthesis")
            #expect(told.map(\.kind) == ["policy"])
            #expect(told.first?.first == open && told.first?.openAlerts == open.count)
            #expect(told.first?.line.contains("lexwatch alerts --policy ") == true)
        }
        #expect(try place.alerts().map(\.id) == open)
        #expect(try retag(isDryRun: true, topic: "deep-synthesis").isEmpty)
    }

    @Test("a topic that a person adds is put to its policies' owners by the next run, once")
    func lateTopic() async throws {
        let place = try Installation(at: "2026-07-07")
        try place.publish([Self.notice])
        try await place.run()
        #expect(try place.alerts().isEmpty)
        try place.workspace.label(RowID(1), [TopicChange(ID("training-data"), applies: true)], actor: "counsel")
        let report = try await place.run()
        #expect(report.alerts == 1)
        #expect(try place.alerts().count == 1)
        #expect(try await place.run().alerts == 0)
    }

    @Test("an alert that rests on a person's word says whose it is, and of which day, wherever it gives reasons")
    func reasonByHand() async throws {
        let place = try await place()
        let said = try place.workspace.nearMisses(of: ID("training-data"), count: 9).contains { $0.item == RowID(2) }
        place.set("2026-07-08")
        if said {
            try place.workspace.answerNearMiss(RowID(2), ID("training-data"), belongs: true, actor: "ines")
        } else {
            try place.workspace.label(RowID(2), [TopicChange(ID("training-data"), applies: true)], actor: "ines")
        }
        place.set("2026-07-09")
        try await place.run()
        let alert = try #require(try place.alerts().first { $0.item == RowID(2) })
        let reason = try #require(alert.reasons.first { $0.value == "training-data" })
        #expect(reason.clause().hasPrefix("topic training-data (set by ines on 2026-07-08)"), "\(reason.clause())")
        #expect(reason.evidence.compactMap(\.label).map(\.actor) == ["ines"])
        #expect(try await place.digestText(for: "counsel").contains("· set by ines on 8 July 2026"))
        #expect(try place.workspace.retag(isDryRun: true, actor: "x") { _ in }.changed == 0)
    }

    @Test("what a label says of a near miss is not asked again, unless it is taken back")
    func labelledMiss() async throws {
        let place = try await place()
        let workspace = place.workspace
        let miss = try #require(try workspace.nearMisses(of: nil, count: 1).first)
        func isOffered() throws -> Bool {
            try workspace.nearMisses(of: miss.topic, count: 0).contains { $0.item == miss.item }
        }
        for (applies, isOpen) in [(true, false), (false, false), (nil, true)] as [(Bool?, Bool)] {
            try workspace.label(miss.item, [TopicChange(miss.topic, applies: applies)], actor: "counsel")
            #expect(try isOffered() == isOpen)
        }
    }

    @Test("a topic that there is not has no estimate, and a file without an item no score")
    func nothingToScore() async throws {
        let place = try await place()
        #expect(throws: PlainProblem.self) { _ = try place.workspace.nearMissEstimates(of: ID("nosuch")) }
        let topic = try #require(try place.workspace.nearMissEstimates().first).topic
        #expect(try place.workspace.nearMissEstimates(of: topic).map(\.topic) == [topic])
        for text in ["", "\n \n"] {
            try place.write(text, to: "empty.jsonl")
            let problem = #expect(throws: PlainProblem.self) {
                _ = try place.workspace.evaluate("\(place.folder)/empty.jsonl")
            }
            #expect(problem?.exitCode == .data)
        }
    }

    @Test("an item that is edited is weighed anew")
    func edited() async throws {
        let place = try Installation(at: "2026-07-07")
        try place.publish([Self.notice])
        try await place.run()
        #expect(try place.alerts().isEmpty)
        try place.publish([
            Installation.Entry(
                id: Self.notice.id, title: Self.notice.title, text: Self.ruling.text + " " + Self.ruling.title,
                day: "2026-07-08")
        ])
        #expect(try await place.run().alerts == 1)
    }

    @Test("a topic or an item that is not there is told, with the nearest one")
    func mistakes() async throws {
        let workspace = try await place().workspace
        let wrong = [TopicChange(ID("deepfakes-likenes"), applies: true)]
        let problem = #expect(throws: PlainProblem.self) { try workspace.label(RowID(1), wrong, actor: "counsel") }
        #expect(problem?.remedy?.contains("'deepfakes-likeness'") == true)
        #expect(throws: (any Error).self) {
            try workspace.label(RowID(99), [TopicChange(ID("deepfakes-likeness"), applies: true)], actor: "counsel")
        }
    }

    @Test("an owner says that the topic is wrong, and no item of the development has it any more")
    func wrongTopic() async throws {
        let place = try await place()
        let alert = try #require(try place.alerts().first)
        let workspace = place.workspace
        _ = try workspace.assess([alert.id], .noImpact, note: "", actor: "counsel", wrongTopics: [ID("training-data")])
        #expect(try !topics(of: 1, place).contains("training-data"))
        // Who answers a second question about the development says the same.
        _ = try workspace.assess(
            [alert.id], .noImpact, note: "", actor: "counsel", isReplacing: true, wrongTopics: [ID("training-data")])
        #expect(try workspace.verifyAudit(against: nil).isIntact)
    }

    @Test(
        "an answer that calls a topic wrong that the alert never had is refused whole",
        arguments: [
            ("nope", "there is no topic 'nope'", "lists them"),
            ("privacy-biometrics", "is not about 'privacy-biometrics'", "Its topics: training-data"),
        ])
    func strangeTopic(topic: String, what: String, remedy: String) async throws {
        let place = try await place()
        let alert = try #require(try place.alerts().first)
        let problem = #expect(throws: PlainProblem.self) {
            _ = try place.workspace.assess(
                [alert.id], .noImpact, note: "x", actor: "counsel", wrongTopics: [ID(topic)])
        }
        #expect(problem?.what.contains(what) == true && problem?.remedy?.contains(remedy) == true)
        #expect(try place.alerts().map(\.state) == [.open])
        #expect(try topics(of: 1, place).contains("training-data"))
    }

    @Test("near misses are sampled, answered once, and estimate the recall with its bounds")
    func nearMisses() async throws {
        let place = try await place()
        let workspace = place.workspace
        let sample = try workspace.nearMisses(of: nil, count: 100)
        #expect(try workspace.nearMisses(of: nil, count: 0).map(\.item) == sample.map(\.item))
        let miss = try #require(sample.first)
        #expect(!miss.lacked.isEmpty)
        let before = try #require(try workspace.nearMissEstimates().first { $0.topic == miss.topic })
        try workspace.answerNearMiss(miss.item, miss.topic, belongs: true, actor: "counsel")
        #expect(try topics(of: miss.item.rawValue, place).contains(miss.topic.rawValue))
        #expect(try workspace.nearMisses(of: nil, count: 100).count == sample.count - 1)
        let estimate = try #require(try workspace.nearMissEstimates().first { $0.topic == miss.topic })
        #expect((estimate.yes, estimate.no) == (1, 0))
        #expect(estimate.tagged == before.tagged, "what a person added was missed, not found")
        let recall = try #require(estimate.recall)
        let interval = try #require(estimate.interval)
        #expect(interval[0] <= recall && recall <= interval[1] && recall < 1)
        #expect(throws: (any Error).self) {
            try workspace.answerNearMiss(RowID(1), ID("nothing"), belongs: true, actor: "counsel")
        }
    }

    @Test("a near miss that is answered no after a yes has the topic no longer, nor in what is exported")
    func noAfterYes() async throws {
        let place = try await place()
        let workspace = place.workspace
        let miss = try #require(try workspace.nearMisses(of: nil, count: 1).first)
        for belongs in [true, false] {
            try workspace.answerNearMiss(miss.item, miss.topic, belongs: belongs, actor: "counsel")
        }
        #expect(try !topics(of: miss.item.rawValue, place).contains(miss.topic.rawValue))
        var lines: [String] = []
        try workspace.exportLabels { lines.append($0) }
        #expect(lines.count == 1 && !lines.joined().contains(miss.topic.rawValue), "\(lines)")
        let estimate = try #require(try workspace.nearMissEstimates().first { $0.topic == miss.topic })
        #expect((estimate.yes, estimate.no) == (0, 1))
        #expect(try workspace.verifyAudit(against: nil).isIntact)
    }

    @Test(
        "a share is estimated with Wilson's interval",
        arguments: [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (1, 1, 0.2065, 1.0)])
    func wilson(yes: Int, total: Int, lower: Double, upper: Double) throws {
        let share = try #require(Proportion(yes: yes, of: total))
        #expect(abs(share.lower - lower) < 0.0001 && abs(share.upper - upper) < 0.0001)
    }

    @Test(
        "a change of topic is written with a sign", arguments: [("+privacy", true), ("-privacy", false)])
    func signs(text: String, applies: Bool) {
        #expect(TopicChange(text) == TopicChange(ID("privacy"), applies: applies))
        #expect(TopicChange(String(text.dropFirst())) == nil && TopicChange(String(text.prefix(1))) == nil)
    }

    @Test("deliveries are listed, and only one that has not arrived is tried again")
    func deliveries() async throws {
        let workspace = try await place().workspace
        let all = try workspace.deliveries(state: nil, limit: 10)
        #expect(!all.isEmpty && all.allSatisfy { $0.state == .sent && $0.channel == "directory" })
        #expect(try workspace.deliveries(state: .refused, limit: 10).isEmpty)
        #expect(throws: (any Error).self) { try workspace.retry([RowID(99)], actor: "operator") }
    }
}
