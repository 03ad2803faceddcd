import Model
import Store
import Testing

@Suite("Coverage")
struct CoverageTests {
    @Test("what was seen of each source in a period is told, and since when it was not")
    func coverage() throws {
        let scratch = try Scratch()
        let names = ["broken", "fine", "never", "recovered", "wall"]
        try scratch.store.syncSources(names.map { source($0) }, at: scratch.at)
        let timeout = FetchFailure(.timeout, "no answer in 30 s", retryAfter: scratch.at)
        for day in 0..<3 { try scratch.attempt("fine", day: day, .read(seen: 5, new: 0, revised: 0)) }
        try scratch.attempt("broken", day: 0, .unchanged)
        for day in 1..<4 { try scratch.attempt("broken", day: day, .failed(timeout)) }
        try scratch.attempt("recovered", day: 1, .failed(timeout))
        try scratch.attempt("recovered", day: 2, .unchanged)
        try scratch.attempt("wall", day: 2, .challenged(FetchFailure(.botWall, "a script page")))
        let coverage = try scratch.store.coverage(from: scratch.at.adding(days: 1), to: scratch.at.adding(days: 4))
        #expect(coverage.map(\.source.rawValue) == names)
        #expect(coverage.map(\.attempts) == [3, 2, 0, 2, 1])
        #expect(coverage.map(\.successes) == [0, 2, 0, 1, 0])
        #expect(coverage.map(\.isNeverRead) == [false, false, true, false, true])
        #expect(coverage.map(\.isChallenged) == [false, false, false, false, true])
        #expect(coverage[0].failingSince == scratch.at.adding(days: 1))
        #expect(coverage[0].failure == timeout)
        #expect(coverage[0].lastSuccessBefore == scratch.at)
        #expect(coverage[3].failingSince == nil)
        #expect(coverage[3].lastSuccess == scratch.at.adding(days: 2))
        #expect(coverage[4].failingSince == scratch.at.adding(days: 2))
        #expect(try scratch.store.lastFetches()[ID("broken")]?.outcome == .failed(timeout))
        #expect(try scratch.store.lastFetches().count == 4)
    }

    @Test("an outage is one gap however often the source fails, and ends when it is read")
    func outage() throws {
        let scratch = try Scratch()
        try scratch.store.syncSources([source("a"), source("b")], at: scratch.at)
        let failure = Fetch.Outcome.failed(FetchFailure(.refused, "nobody listens"))
        let found = GapFound(.outage, from: scratch.at, detail: "refused")
        for day in 1..<4 { try scratch.attempt("a", day: day, failure, opened: [found]) }
        let gaps = try scratch.store.gaps()
        #expect(gaps.count == 1)
        let written = try scratch.look("SELECT at FROM audit WHERE action = 'gap'")
        #expect(written == "\(scratch.at.adding(days: 1).secondsSince1970)")
        let end = GapClosed(gaps[0].id, at: scratch.at.adding(days: 5), isFilled: false)
        try scratch.attempt("a", day: 5, .unchanged, closed: [end])
        let ended = try #require(try scratch.store.gaps(of: ID("a")).first)
        #expect(ended.to == scratch.at.adding(days: 5))
        #expect(ended.filled == nil)
        #expect(try scratch.store.gaps(of: ID("b")).isEmpty)
        #expect(try scratch.store.gaps(from: scratch.at.adding(days: 6), to: scratch.at.adding(days: 9)).isEmpty)
        #expect(try scratch.store.gaps(from: scratch.at.adding(days: 2), to: scratch.at.adding(days: 3)).count == 1)
        try scratch.attempt("a", day: 8, failure, opened: [found])
        #expect(try scratch.store.gaps(of: ID("a")).count == 2)
    }

    @Test("a window that is filled after all fills the outages within it, and no others")
    func fillsOutages() throws {
        let scratch = try Scratch()
        try scratch.store.syncSources([source("a")], at: scratch.at)
        func found(_ kind: CoverageGap.Kind, _ from: Int, _ to: Int) throws {
            let gap = GapFound(
                kind, from: scratch.at.adding(days: from), to: scratch.at.adding(days: to), detail: "\(from) to \(to)")
            try scratch.attempt("a", day: to, opened: [gap])
        }
        try found(.outage, 0, 1)
        try found(.outage, 3, 4)
        try found(.window, 2, 6)
        let window = try #require(try scratch.store.gaps().first { $0.kind == .window })
        try scratch.attempt("a", day: 8, closed: [GapClosed(window.id, at: scratch.at.adding(days: 8), isFilled: true)])
        #expect(try scratch.store.gaps().map(\.detail) == ["0 to 1"])
        #expect(try scratch.store.verifyAudit().isIntact)
    }

    @Test("who knows of a window that moved on knows of the outages within it")
    func knowsWithin() throws {
        let scratch = try Scratch()
        try scratch.store.syncSources([source("a")], at: scratch.at)
        for (kind, from, to) in [(CoverageGap.Kind.outage, 0, 1), (.outage, 3, 4), (.window, 2, 6)] {
            let gap = GapFound(kind, from: scratch.at.adding(days: from), to: scratch.at.adding(days: to), detail: "")
            try scratch.attempt("a", day: to, opened: [gap])
        }
        #expect(try scratch.store.gaps().map(\.kind) == [.outage, .window], "one within the window is the window's")
        let window = try #require(try scratch.store.gaps().first { $0.kind == .window })
        try scratch.store.acknowledge(window.id, note: "seen", by: "ada", at: scratch.at.adding(days: 7))
        #expect(try scratch.store.gaps().map(\.from) == [scratch.at])
        #expect(try scratch.store.verifyAudit().isIntact)
    }

    @Test("who knows of an outage knows of it for a week: where it goes on it is open again")
    func knowsUntilThen() throws {
        let scratch = try Scratch()
        try scratch.store.syncSources([source("a")], at: scratch.at)
        try scratch.attempt("a", day: 1, opened: [GapFound(.outage, from: scratch.at, to: nil, detail: "down")])
        let gap = try #require(try scratch.store.gaps().first)
        for day in [2, 12] {
            try scratch.store.acknowledge(gap.id, note: "day \(day)", by: "ada", at: scratch.at.adding(days: day))
            #expect(try scratch.store.acknowledgements()[gap.id]?.note == "day \(day)")
            try scratch.attempt("a", day: day + 6)
            #expect(try scratch.store.gaps().isEmpty)
            try scratch.attempt("a", day: day + 8)
            #expect(try scratch.store.gaps().map(\.id) == [gap.id])
        }
        #expect(try scratch.store.verifyAudit().isIntact)
    }

    @Test("a gap is shown until it is filled or somebody knows of it")
    func known() throws {
        let scratch = try Scratch()
        try scratch.store.syncSources(["1", "2", "3"].map { source($0) }, at: scratch.at)
        for detail in ["1", "2", "3"] {
            let found = GapFound(.window, from: scratch.at, to: scratch.at.adding(days: 1), detail: detail)
            try scratch.attempt(detail, opened: [found])
        }
        let gaps = try scratch.store.gaps()
        #expect(gaps.map(\.detail) == ["1", "2", "3"])
        let filled = GapClosed(gaps[0].id, at: scratch.at.adding(days: 2), isFilled: true)
        try scratch.attempt("1", day: 2, closed: [filled])
        try scratch.store.acknowledge(gaps[1].id, note: "read by hand", by: "ada", at: scratch.at.adding(days: 3))
        #expect(try scratch.store.gaps().map(\.detail) == ["3"])
        let all = try scratch.store.gaps(openOnly: false)
        #expect(all[0].filled == scratch.at.adding(days: 2))
        #expect(all[0].to == scratch.at.adding(days: 1))
        #expect(all[1].acknowledged == scratch.at.adding(days: 3))
        #expect(throws: NotThere.self) {
            try scratch.store.acknowledge(RowID(99), note: "seen", by: "ada", at: scratch.at)
        }
        #expect(try scratch.store.verifyAudit().isIntact)
    }

    @Test("a person's look is dated and kept")
    func handChecks() throws {
        let scratch = try Scratch()
        try scratch.store.syncSources([source("a")], at: scratch.at)
        let check = HandCheck(source: ID("a"), at: scratch.at, actor: "ada", note: "two notices, none ours")
        try scratch.store.handCheck(check)
        #expect(try scratch.store.handChecks(of: ID("a")) == [check])
        #expect(
            try scratch.store.coverage(from: scratch.at, to: scratch.at.adding(days: 1))[0].handChecked == scratch.at)
        var unknown = check
        unknown.source = ID("b")
        #expect(throws: NotThere.self) { try scratch.store.handCheck(unknown) }
    }

    @Test(
        "who knows of a gap, or looked at a source, must say something",
        arguments: ["", " \t\n", "\u{200E}\u{2003}"])
    func emptyNotes(note: String) throws {
        let scratch = try Scratch()
        try scratch.store.syncSources([source("a")], at: scratch.at)
        try scratch.attempt("a", day: 1, opened: [GapFound(.outage, from: scratch.at, to: nil, detail: "down")])
        let gap = try #require(try scratch.store.gaps().first)
        #expect(throws: NoteMissing.self) {
            try scratch.store.acknowledge(gap.id, note: note, by: "ada", at: scratch.at.adding(days: 2))
        }
        #expect(throws: NoteMissing.self) {
            try scratch.store.handCheck(HandCheck(source: ID("a"), at: scratch.at, actor: "ada", note: note))
        }
        #expect(try scratch.store.gaps().map(\.id) == [gap.id])
        #expect(try scratch.store.handChecks(of: ID("a")).isEmpty)
    }

    @Test("a source's rhythm is that of what came after the first reading")
    func rhythm() throws {
        let scratch = try Scratch()
        for title in ["1", "2", "3"] { try scratch.item(title) }
        try scratch.item("4", at: scratch.at.adding(days: 3))
        try scratch.item("5", at: scratch.at.adding(days: 10))
        let now = scratch.at.adding(days: 14)
        let rhythm = try #require(try scratch.store.rhythms()[ID("court")])
        #expect(rhythm.window == 1)
        #expect(rhythm.begun == scratch.at)
        #expect(rhythm.arrivals == [scratch.at.adding(days: 3), scratch.at.adding(days: 10)])
        #expect(rhythm.itemsPerWeek(at: now) == 1)
        #expect(SourceRhythm(begun: now).itemsPerWeek(at: now) == nil)
    }

    @Test("a window that moves on again makes the open gap longer; after an acknowledgement a new one begins")
    func longerGap() throws {
        let scratch = try Scratch()
        try scratch.item("1")
        func moveOn(day: Int) throws {
            let (from, to) = (scratch.at.adding(days: day - 1), scratch.at.adding(days: day))
            let found = GapFound(.window, from: from, to: to, detail: "moved on")
            try scratch.attempt("court", day: day, opened: [found])
        }
        for day in [1, 5] { try moveOn(day: day) }
        let gap = try #require(try scratch.store.gaps().first)
        #expect(try scratch.store.gaps().count == 1)
        #expect((gap.from, gap.to) == (scratch.at, scratch.at.adding(days: 5)))
        #expect(gap.detail == "moved on; not for the first time")
        try scratch.store.acknowledge(gap.id, note: "seen", by: "ann", at: scratch.at.adding(days: 6))
        try moveOn(day: 9)
        #expect(try scratch.store.gaps().map(\.from) == [scratch.at.adding(days: 8)])
        #expect(try scratch.store.verifyAudit().isIntact)
    }

    @Test("of a source's arrivals those of the year before the last one count, however long ago that was")
    func lastLivelyYear() throws {
        let scratch = try Scratch()
        for day in [0, 1, 300, 400] { try scratch.item("\(day)", at: scratch.at.adding(days: day)) }
        let rhythm = try #require(try scratch.store.rhythms()[ID("court")])
        #expect(rhythm.arrivals == [300, 400].map { scratch.at.adding(days: $0) })
    }

    @Test("what came by a clock that was ahead for once does not hide what came before")
    func clockAhead() throws {
        let scratch = try Scratch()
        for day in [0, 1, 2, 400, 3] { try scratch.item("\(day)", at: scratch.at.adding(days: day)) }
        let rhythm = try #require(try scratch.store.rhythms()[ID("court")])
        #expect(rhythm.arrivals == [1, 2, 3].map { scratch.at.adding(days: $0) })
    }

    @Test("pauses of whole hosts are there in the next run, those of single addresses are not")
    func hostPauses() throws {
        let scratch = try Scratch()
        func pause(_ host: String, isWholeHost: Bool = true) -> HostPause {
            HostPause(host: host, until: scratch.at, refusals: 3, isWholeHost: isWholeHost)
        }
        try scratch.store.keepHostPauses([pause("a.example"), pause("b.example", isWholeHost: false)])
        #expect(try scratch.store.hostPauses() == [pause("a.example")])
        try scratch.store.keepHostPauses([])
        #expect(try scratch.store.hostPauses().isEmpty)
    }
}
