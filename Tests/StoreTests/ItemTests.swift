import Model
import Testing

@testable import Store

@Suite("Items and what they gave")
struct ItemTests {
    @Test("items are listed by what is asked for, newest first sight first")
    func lists() throws {
        let scratch = try Scratch()
        var cited = findings(topics: ["a"])
        cited.citations = [Proven("C-1/20", [])]
        cited.jurisdictions = [Proven(.eu, [])]
        let ids = [
            try scratch.item("one", findings: cited), try scratch.item("two", in: "other"),
            try scratch.item("three", findings: findings(topics: ["b", "a"]), at: scratch.at.adding(days: 1)),
        ]
        func list(_ query: ItemQuery) throws -> [RowID<Item>] { try scratch.store.items(query).map(\.id) }
        #expect(try list(ItemQuery()) == [ids[2], ids[1], ids[0]])
        #expect(try list(ItemQuery(topic: ID("a"))) == [ids[2], ids[0]])
        #expect(try list(ItemQuery(source: ID("other"))) == [ids[1]])
        #expect(try list(ItemQuery(jurisdiction: .eu)) == [ids[0]])
        #expect(try list(ItemQuery(citation: "C-1/20")) == [ids[0]])
        #expect(try list(ItemQuery(since: scratch.at.adding(days: 1))) == [ids[2]])
        #expect(try list(ItemQuery(until: scratch.at.adding(days: 1))) == [ids[1], ids[0]])
        #expect(try list(ItemQuery(relevantOnly: true)) == [ids[2], ids[0]])
        #expect(try list(ItemQuery(text: SearchQuery("one OR three"), topic: ID("b"), limit: 5)) == [ids[2]])
        #expect(try scratch.store.items(citing: "C-1/20").first?.citations == ["C-1/20"])
    }

    @Test("a listing can be left before its end")
    func stops() throws {
        let scratch = try Scratch()
        for title in ["1", "2", "3"] { try scratch.item(title) }
        var count = 0
        try scratch.store.forEachItem(ItemQuery()) { _ in
            count += 1
            return count < 2
        }
        #expect(count == 2)
    }

    @Test("new findings replace the old ones; what a person said of a topic stays, the last word counting")
    func retags() throws {
        let scratch = try Scratch()
        let id = try scratch.item("x", findings: findings(topics: ["a", "b"]))
        func topics() throws -> [String] {
            try scratch.store.items(ItemQuery()).flatMap(\.topics).map(\.rawValue).sorted()
        }
        func say(_ topic: String, _ applies: Bool) throws {
            try scratch.store.label(
                [TopicLabel(item: id, topic: ID(topic), applies: applies, actor: "ada", at: scratch.at)])
        }
        try say("b", false)
        try say("c", true)
        #expect(try topics() == ["a", "c"])
        try scratch.store.replaceFindings([Retagged(id, findings(topics: ["b", "d"]))], vocabulary: "2")
        #expect(try topics() == ["c", "d"])
        #expect(try scratch.store.item(id)?.findings.topics.first { $0.topic == ID("c") }?.isByHand == true)
        #expect(try scratch.store.item(id)?.vocabulary == "2")
        try scratch.store.replaceFindings([Retagged(id, Findings())], vocabulary: "3")
        #expect(try scratch.store.items(ItemQuery(relevantOnly: true)).count == 1)
        try say("c", false)
        #expect(try scratch.store.items(ItemQuery(relevantOnly: true)).isEmpty)
        #expect(try scratch.store.labels().map { "\($0.topic) \($0.applies == true)" } == ["b false", "c false"])
        #expect(throws: NotThere.self) {
            try scratch.store.label([
                TopicLabel(item: RowID(99), topic: ID("a"), applies: true, actor: "ada", at: scratch.at)
            ])
        }
    }

    @Test("near misses are sampled until they are answered, and the answers are tallied")
    func nearMisses() throws {
        let scratch = try Scratch()
        var missed = Findings()
        missed.nearMisses = [NearMiss(topic: ID("a"), evidence: [evidence("x")], lacked: "law")]
        let ids = try (1...20).map { try scratch.item("item \($0)", findings: missed) }
        let sample = try scratch.store.nearMisses(topic: ID("a"), count: 5, seed: 1)
        #expect(sample.count == 5)
        #expect(try scratch.store.nearMisses(topic: ID("a"), count: 5, seed: 1) == sample)
        #expect(try scratch.store.nearMisses(count: 5, seed: 7) != sample)
        #expect(try scratch.store.nearMisses(topic: ID("b"), count: 5, seed: 1).isEmpty)
        for (index, miss) in sample.enumerated() {
            try scratch.store.answerNearMiss(
                miss.item, topic: ID("a"), belongs: index == 0, by: "ada", at: scratch.at)
        }
        let rest = try scratch.store.nearMisses(count: 99, seed: 1)
        #expect(rest.count == 15)
        #expect(Set(rest.map(\.item)).union(sample.map(\.item)) == Set(ids))
        #expect(
            try scratch.store.nearMissTallies() == [NearMissTally(topic: ID("a"), tagged: 0, misses: 20, yes: 1, no: 4)]
        )
        let gone = [Retagged(sample[1].item, Findings()), Retagged(rest[0].item, Findings())]
        try scratch.store.replaceFindings(gone, vocabulary: "2")
        #expect(
            try scratch.store.nearMissTallies() == [NearMissTally(topic: ID("a"), tagged: 0, misses: 18, yes: 1, no: 3)]
        )
        #expect(throws: NotThere.self) {
            try scratch.store.answerNearMiss(ids[0], topic: ID("b"), belongs: true, by: "ada", at: scratch.at)
        }
    }
}

@Suite("Developments")
struct DevelopmentTests {
    @Test("a development may follow one that the same list of changes makes")
    func stepsOfOneList() throws {
        let scratch = try Scratch()
        let items = try ["filed", "decided"].map { try scratch.item($0, findings: findings(topics: ["a"])) }
        let changes = items.enumerated().map { index, item in
            DevelopmentChange.insert(
                NewDevelopment(
                    members: [.init(item: item, because: "first")], firstSeen: scratch.at, matters: ["C-1/20"],
                    previous: index == 0 ? nil : .change(index - 1)))
        }
        let made = try scratch.store.apply(changes)
        #expect(try made.map { try scratch.store.development($0)?.previous } == [nil, made[0]])
    }

    @Test("what changed stays unweighed until it is said to be weighed, and is so again when its findings change")
    func unweighed() throws {
        let scratch = try Scratch()
        let store = scratch.store
        let item = try scratch.item("one", findings: findings(topics: ["a"]))
        let made = try store.apply([
            .insert(
                NewDevelopment(members: [.init(item: item, because: "first")], firstSeen: scratch.at, matters: []))
        ])
        #expect(try store.unweighedDevelopments(limit: 9).map(\.id) == made)
        _ = try store.weigh(made, at: scratch.at)
        #expect(try store.unweighedDevelopments(limit: 9).isEmpty)
        try store.replaceFindings([Retagged(item, findings(topics: ["b"]))], vocabulary: "2")
        #expect(try store.unweighedDevelopments(limit: 9).map(\.id) == made)
    }

    @Test("an item waits for a development while it has a topic and belongs to none")
    func ungrouped() throws {
        let scratch = try Scratch()
        let store = scratch.store
        let item = try scratch.item("one", findings: findings(topics: []))
        func retag(_ topics: [String]) throws -> [RowID<Item>] {
            try store.replaceFindings([Retagged(item, findings(topics: topics))], vocabulary: "2")
            return try store.ungroupedItems()
        }
        #expect(try store.ungroupedItems().isEmpty)
        #expect(try retag(["a"]) == [item])
        #expect(try retag(["b"]) == [item])
        #expect(try retag([]).isEmpty)
        #expect(try retag(["a"]) == [item])
        _ = try store.apply([
            .insert(
                NewDevelopment(members: [.init(item: item, because: "first")], firstSeen: scratch.at, matters: []))
        ])
        #expect(try store.ungroupedItems().isEmpty)
        #expect(try retag([]).isEmpty)
        #expect(try retag(["a"]).isEmpty)
    }

    @Test("a development is read back, extended and found by time, matter and thread")
    func developments() throws {
        let scratch = try Scratch()
        let store = scratch.store
        let items = try ["one", "two", "three"].map { try scratch.item($0, findings: findings(topics: ["a"])) }
        #expect(try store.ungroupedItems() == items)
        let first = try store.apply([
            .insert(
                NewDevelopment(
                    members: [.init(item: items[0], because: "first", place: 2)], firstSeen: scratch.at,
                    matters: ["C-1/20"]))
        ])[0]
        let second = try store.apply([
            .insert(
                NewDevelopment(
                    members: [.init(item: items[1], because: "later")], firstSeen: scratch.at.adding(days: 9),
                    matters: ["C-1/20", "EU 2024/1689"], previous: .stored(first)))
        ])[0]
        let members = [
            Development.Membership(item: items[2], because: "cites C-1/20", place: 1),
            .init(item: items[0], because: "first", place: 2),
        ]
        #expect(
            try store.apply([.extend(first, adding: [members[0]], matters: ["C-1/20", "Like Company"])]) == [first])
        #expect(
            try store.development(first)
                == Development(
                    id: first, members: members, firstSeen: scratch.at, matters: ["C-1/20", "Like Company"]))
        #expect(try store.ungroupedItems().isEmpty)
        #expect(try store.developments(since: scratch.at.adding(days: 1)).map(\.id) == [second])
        #expect(try store.developments(since: scratch.at, until: scratch.at.adding(days: 1)).map(\.id) == [first])
        #expect(try store.newestDevelopments(2, since: scratch.at).map(\.id) == [first, second])
        #expect(try store.newestDevelopments(1, since: scratch.at).map(\.id) == [second])
        #expect(try store.developments(inAnyOf: ["Like Company", "none"]).map(\.id) == [first])
        let thread = try store.thread(of: "C-1/20")
        #expect(thread.map(\.development.id) == [first, second])
        #expect(thread.last?.development.previous == first)
        #expect(thread.first?.items.map(\.id) == [items[2], items[0]])
        #expect(try store.item(items[2])?.memberships.map(\.because) == ["cites C-1/20"])
        #expect(try store.development(RowID(99)) == nil)
    }

    @Test("a matter is followed once by each, with the last note")
    func follows() throws {
        let scratch = try Scratch()
        var follow = Follow(matter: "C-1/20", owner: ID("ada"), note: "why", since: scratch.at)
        try scratch.store.follow(follow, by: "ada")
        follow.note = "why now"
        try scratch.store.follow(follow, by: "ada")
        #expect(try scratch.store.follows() == [follow])
        #expect(try scratch.store.verifyAudit().isIntact)
    }
}
