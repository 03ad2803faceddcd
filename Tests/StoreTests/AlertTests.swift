import Foundation
import Model
import Store
import Testing

@Suite("Alerts")
struct AlertTests {
    @Test("an alert is read back as it was put, with its development's first item")
    func roundTrip() throws {
        let scratch = try Scratch()
        let id = try scratch.alert("A ruling")
        let summary = try #require(try scratch.store.alert(id))
        let expected = newAlert(summary.alert.development)
        #expect(summary.alert.reasons == expected.reasons)
        #expect(summary.alert.rank == expected.rank)
        #expect(summary.alert.subject == expected.subject)
        #expect(summary.alert.state == .open)
        #expect(summary.item.title == "A ruling")
        #expect(summary.item.publisher == "Court of court")
        #expect(summary.item.topics == [ID("copyright-training")])
        #expect(summary.answer == nil)
        #expect(try scratch.store.alert(RowID(99)) == nil)
    }

    @Test("the same question is not put twice, also when it was passed on or its policy has a new owner")
    func once() throws {
        let scratch = try Scratch()
        let id = try scratch.alert()
        let development = try #require(try scratch.store.alert(id)).alert.development
        #expect(try scratch.store.raise([newAlert(development)], at: scratch.at) == [.known(id)])
        try scratch.store.delegate([id], to: ID("deputy"), by: "ada", at: scratch.at)
        #expect(try scratch.store.alert(id)?.alert.owner == ID("deputy"))
        #expect(try scratch.store.raise([newAlert(development)], at: scratch.at) == [.known(id)])
        let moved = try scratch.store.reassign(
            .policy(ID("genai-use")), from: nil, to: ID("new-counsel"), by: "lexwatch", at: scratch.at)
        #expect(moved == [id])
        #expect(try scratch.store.raise([newAlert(development, owner: "new-counsel")], at: scratch.at) == [.known(id)])
        #expect(try scratch.store.verifyAudit().isIntact)
    }

    @Test("a period has the questions that were put in it, as they stood when it ended, whatever happened later")
    func puttings() throws {
        let scratch = try Scratch()
        let (store, at) = (scratch.store, scratch.at)
        let id = try scratch.alert()
        try store.delegate([id], to: ID("deputy"), by: "ada", at: at.adding(days: 1))
        try store.assess([id], .noImpact, note: "", by: "ben", at: at.adding(days: 2))
        let again = Reopening(
            alert: id, because: "appeal", reasons: [], due: Day(number: 20_600), rank: Rank(parts: []))
        try store.reopen([again], at: at.adding(days: 50))
        try store.delegate([id], to: ID("second"), by: "ada", at: at.adding(days: 60))
        for (from, until, told) in [
            (0, 1, ["0 ip-counsel 20500 –"]), (0, 10, ["0 deputy 20500 no-impact"]), (10, 50, []),
            (40, 55, ["50 deputy 20600 –"]), (0, 90, ["50 second 20600 –", "0 deputy 20500 no-impact"]),
        ] {
            let put = try store.questionsPut(from: at.adding(days: from), until: at.adding(days: until))
            let lines = put.map {
                "\($0.at.seconds(since: at) / 86_400) \($0.owner) \($0.due.number) \($0.answer?.answer.rawValue ?? "–")"
            }
            #expect(lines == told, "\(from) to \(until)")
        }
    }

    @Test("of two people who answer at the same time one wins, the other is told, and both answers are kept")
    func race() async throws {
        let scratch = try Scratch()
        let ids = [try scratch.alert(), try scratch.alert("Another")]
        let (path, at) = (scratch.path, scratch.at)
        let refusals = try await withThrowingTaskGroup(of: AlreadyAssessed?.self) { group in
            for actor in ["ada", "bob"] {
                group.addTask {
                    let store = try Store(at: path, access: .write)
                    do {
                        try store.assess(ids, actor == "ada" ? .noImpact : .needsUpdate, note: actor, by: actor, at: at)
                        return nil
                    } catch let refusal as AlreadyAssessed {
                        return refusal
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }.compactMap { $0 }
        }
        #expect(refusals.count == 1)
        let winner = try #require(try scratch.store.alert(ids[0])?.answer)
        #expect(refusals.first?.answers.map(\.actor) == [winner.actor, winner.actor])
        for id in ids { #expect(try scratch.answers(to: id).count == 1) }
        var refused: [String] = []
        try scratch.store.forEachAuditEntry {
            if $0.action == "assess-refused" { refused.append($0.actor) }
            return true
        }
        #expect(Set(refused + [winner.actor]) == ["ada", "bob"])
        #expect(try scratch.store.verifyAudit().isIntact)
    }

    @Test("an answer replaces another only when it says so")
    func replaces() throws {
        let scratch = try Scratch()
        let id = try scratch.alert()
        try scratch.store.assess([id], .noImpact, note: "", by: "ada", at: scratch.at)
        #expect(throws: AlreadyAssessed.self) {
            try scratch.store.assess([id], .needsUpdate, note: "", by: "bob", at: scratch.at)
        }
        try scratch.store.assess([id], .needsUpdate, note: "", by: "bob", at: scratch.at, replacing: true)
        #expect(try scratch.answers(to: id) == [.noImpact, .needsUpdate])
        #expect(try scratch.store.alert(id)?.answer?.actor == "bob")
        #expect(throws: NotThere.self) {
            try scratch.store.assess([RowID(99)], .noImpact, note: "", by: "ada", at: scratch.at)
        }
    }

    @Test("an answered question that is put again is open, counts as a new round and keeps its answers")
    func reopens() throws {
        let scratch = try Scratch()
        let id = try scratch.alert()
        try scratch.store.assess([id], .noImpact, note: "", by: "ada", at: scratch.at)
        let again = Reopening(
            alert: id, because: "adopted", reasons: [], due: Day(number: 20_600), rank: Rank(parts: []))
        try scratch.store.reopen([again], at: scratch.at.adding(days: 3))
        let summary = try #require(try scratch.store.alert(id))
        #expect(summary.alert.state == .open)
        #expect(summary.alert.reopened == scratch.at.adding(days: 3))
        #expect(summary.round == 2)
        #expect(summary.answer?.answer == .noImpact)
        try scratch.store.reopen([again], at: scratch.at.adding(days: 4))
        #expect(try scratch.store.alert(id)?.round == 2)
        #expect(try scratch.store.verifyAudit().isIntact)
    }

    @Test("a new owner sees what the former one put off, and has been asked since then; who keeps a question has not")
    func passedOn() throws {
        let scratch = try Scratch()
        let (first, second) = (try scratch.alert("one", policy: "a"), try scratch.alert("two", policy: "b"))
        let today = Day(number: 20_000)
        try scratch.store.snooze([first], until: today.adding(days: 9), by: "ada", at: scratch.at)
        let owner = try #require(try scratch.store.alert(first)).alert.owner
        let (later, last) = (scratch.at.adding(days: 1), scratch.at.adding(days: 2))
        try scratch.store.reassign(.policy(ID("a")), from: owner, to: ID("bob"), by: "lexwatch", at: later)
        #expect(try scratch.store.alerts(AlertQuery(owner: ID("bob"), awakeOn: today)).map(\.alert.id) == [first])
        try scratch.store.delegate([second], to: owner, action: "orphan", by: "lexwatch", at: later)
        #expect(try scratch.store.passedOn([first, second]) == [first: later])
        try scratch.store.delegate([second], to: ID("cy"), action: "orphan", by: "lexwatch", at: last)
        #expect(try scratch.store.passedOn([first, second]) == [first: later, second: last])
        let put = try scratch.store.questionsPut(from: scratch.at.adding(days: -9), until: last.adding(days: 1))
        #expect(Set(put.map(\.owner)) == [ID("bob"), ID("cy")])
    }

    @Test("a question that is answered twice, or named twice, has one answer that stands")
    func answeredTwice() throws {
        let scratch = try Scratch()
        let id = try scratch.alert()
        try scratch.store.assess([id, id], .noImpact, note: "", by: "ada", at: scratch.at)
        #expect(try scratch.answers(to: id).count == 1)
        let later = scratch.at.adding(days: 1)
        try scratch.store.assess([id], .needsUpdate, note: "", by: "ada", at: later, replacing: true)
        let standing = try scratch.store.answers(since: scratch.at, until: later.adding(days: 1))
        #expect(standing.map(\.answer.answer) == [.needsUpdate])
        #expect(try scratch.store.answers(since: scratch.at, until: later).map(\.answer.answer) == [.noImpact])
    }

    @Test("alerts are listed by what is asked for, in the order asked for")
    func lists() throws {
        let scratch = try Scratch()
        let first = try scratch.alert("one", policy: "a", owner: "ada")
        let second = try scratch.alert("two", policy: "b", owner: "bob")
        let development = try #require(try scratch.store.alert(second)).alert.development
        let top = try scratch.store.raise(
            [newAlert(development, policy: "c", owner: "ada", points: 50)], at: scratch.at.adding(days: 1))[0].id
        func list(_ query: AlertQuery) throws -> [RowID<Alert>] { try scratch.store.alerts(query).map(\.alert.id) }
        #expect(try list(AlertQuery()) == [top, first, second])
        #expect(try list(AlertQuery(order: .newest, limit: 2)) == [top, second])
        #expect(try list(AlertQuery(owner: ID("ada"))) == [top, first])
        #expect(try list(AlertQuery(subject: .policy(ID("b")))) == [second])
        #expect(try list(AlertQuery(subject: .tool(ID("b")))).isEmpty)
        #expect(try list(AlertQuery(since: scratch.at.adding(days: 1))) == [top])
        #expect(try list(AlertQuery(dueBy: Day(number: 1))).isEmpty)
        let today = Day(number: 20_000)
        try scratch.store.snooze([first], until: today.adding(days: 1), by: "ada", at: scratch.at)
        #expect(try list(AlertQuery(owner: ID("ada"), state: .open, awakeOn: today)) == [top])
        #expect(try list(AlertQuery(owner: ID("ada"), state: .open, awakeOn: today.adding(days: 1))) == [top, first])
        try scratch.store.assess([first], .noImpact, note: "", by: "ada", at: scratch.at)
        #expect(try list(AlertQuery(state: .assessed)) == [first])
        #expect(throws: NotOpen.self) {
            try scratch.store.snooze([first], until: nil, by: "ada", at: scratch.at)
        }
        let open = try scratch.store.openAlerts()
        #expect(open.mapValues(\.count) == [.policy(ID("b")): 1, .policy(ID("c")): 1])
        #expect(try scratch.store.alerts(about: [development]).map(\.id) == [second, top])
    }

    @Test(
        "what was answered before to a question like this one is found",
        arguments: [
            (["C-250/25"], ["other"], Stage.none, ["C-250/25"], [] as [String]),
            (["C-1/20"], ["copyright-training"], .decided, [], ["copyright-training"]),
        ])
    func precedents(
        matters: [String], topics: [String], stage: Stage, shared: [String], sharedTopics: [String]
    ) throws {
        let scratch = try Scratch()
        let old = try scratch.alert("old", findings: findings(topics: topics, stage: stage), matters: matters)
        let unlike = try scratch.alert("unlike", findings: findings(topics: ["x"]), matters: ["C-9/09"])
        try scratch.store.assess([old, unlike], .noImpact, note: "as before", by: "ada", at: scratch.at)
        let new = try scratch.alert("new", policy: "other-policy")
        let found = try scratch.store.precedents(of: new)
        #expect(found.map(\.answer.note) == ["as before"])
        #expect(found.map(\.title) == ["old"])
        #expect(found.first?.sharedMatters == shared)
        #expect(found.first?.sharedTopics == sharedTopics.map { ID($0) })
    }

    @Test("alerts follow a policy to its new name")
    func renames() throws {
        let scratch = try Scratch()
        let id = try scratch.alert()
        try scratch.store.renameSubject(
            .policy(ID("genai-use")), to: .policy(ID("ai-use")), by: "ada", at: scratch.at)
        #expect(try scratch.store.alert(id)?.alert.subject == .policy(ID("ai-use")))
        #expect(try scratch.store.verifyAudit().isIntact)
    }
}

@Suite("What people set on policies and tools")
struct PolicyRecordTests {
    @Test("all marks are kept, also under earlier names")
    func marks() throws {
        let scratch = try Scratch()
        let at = scratch.at
        let marks = [
            PolicyMark(
                policy: ID("old"), kind: .needsUpdate, because: "alert 1", actor: "ada", at: at, due: Day(number: 1)),
            PolicyMark(policy: ID("new"), kind: .updated, note: "done", actor: "bob", at: at.adding(days: 1)),
            PolicyMark(policy: ID("new"), kind: .reviewed, actor: "bob", at: at.adding(days: 2)),
        ]
        for mark in marks { try scratch.store.mark(mark) }
        #expect(try scratch.store.marks() == marks)
        #expect(try scratch.store.marks(since: at.adding(days: 1), until: at.adding(days: 2)) == [marks[1]])
    }

    @Test("a reclassification is kept; one that changes nothing is refused")
    func reclassifies() throws {
        let scratch = try Scratch()
        var change = Reclassification(
            tool: ID("t"), before: .pending, after: .approved, because: "item 3", actor: "ada", at: scratch.at)
        try scratch.store.reclassify(change)
        #expect(try scratch.store.reclassifications(of: ID("t")) == [change])
        change.before = .approved
        #expect(throws: StoreProblem.self) { try scratch.store.reclassify(change) }
        #expect(try scratch.store.reclassifications().count == 1)
    }

    @Test("the register is kept as it was loaded, and each change is told in the log")
    func register() throws {
        let scratch = try Scratch()
        #expect(try scratch.store.lastRegister() == nil)
        let bytes = Array(#"{"policies":["é"]}"#.utf8)
        let change = RegisterChange(subject: "policy a", what: "owner", before: "ada", after: "bob")
        try scratch.store.saveRegister(bytes, changes: [change], by: "ada", at: scratch.at)
        #expect(try scratch.store.lastRegister() == bytes)
        #expect(try scratch.store.auditHead()?.subject == "policy a")
        #expect(try scratch.store.auditHead()?.detail.contains(#""after":"bob","before":"ada""#) == true)
    }
}
