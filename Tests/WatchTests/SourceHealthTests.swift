import Digests
import Foundation
import Model
import Testing

@testable import Watch

@Suite("How sources are") struct SourceHealthTests {
    private let place: Installation
    private static let ruling = Installation.Entry(id: "1", title: "A ruling", text: "", day: "2026-03-01")

    init() throws {
        place = try Installation(at: "2026-03-02")
        try place.publish([Self.ruling])
    }

    /// Reads the source on a day.
    @discardableResult
    private func fetch(_ day: String) async throws -> FetchReport {
        place.set(day)
        return try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
    }

    private func source() throws -> SourceView { try #require(try place.workspace.sources().first) }

    /// Takes the source away.
    private func remove() throws { try FileManager.default.removeItem(atPath: "\(place.folder)/court.xml") }

    @Test("an outage counts among the open gaps of its source, whose last attempt is told with its cause")
    func countsOutages() async throws {
        try await fetch("2026-03-02")
        #expect(try source().gaps == 0 && source().cause == nil)
        try remove()
        try await fetch("2026-03-03")
        let broken = try source()
        #expect(broken.gaps == 1)
        #expect(try broken.gaps == place.workspace.gaps(all: false).count)
        #expect(broken.lastAttempt?.day == Day(iso: "2026-03-03") && broken.lastSuccess?.day == Day(iso: "2026-03-02"))
        #expect(broken.cause?.hasPrefix("file: ") == true)
    }

    /// What a digest that is composed at a moment says was read.
    private func coverage(from begin: Instant, to end: Instant) throws -> DigestCoverage {
        place.set(end)
        return try CoverageTeller(DigestDesk(reading: place.workspace).context).coverage(from: begin)
    }

    @Test("a source that could never be read is a gap since it was first asked, told once in each place")
    func neverRead() async throws {
        try remove()
        try place.write(
            """
            - {id: court, publisher: A court, url: 'file:court.xml', jurisdiction: US, authority: court}
            - {id: office, publisher: An office, url: 'file:office.xml', jurisdiction: US, authority: ip-office}

            """, to: "sources.yaml")
        #expect(try await fetch("2026-03-02").isBlind)
        try await fetch("2026-03-03")
        let gaps = try place.workspace.gaps(all: false)
        #expect(gaps.map(\.source.rawValue) == ["court", "office"])
        #expect(gaps.allSatisfy { $0.neverRead && $0.from.day == Day(iso: "2026-03-02") && $0.to == nil })
        #expect(gaps.allSatisfy { $0.detail.hasPrefix("never read; file: ") })
        #expect(try place.workspace.sources().map(\.gaps) == [1, 1])
        let coverage = try coverage(from: gaps[0].from, to: gaps[0].from.adding(days: 2))
        #expect(coverage.troubled.map(\.trouble) == [.neverRead, .neverRead] && coverage.gaps.isEmpty)
        var findings: [String] = []
        for await finding in place.workspace.check(isOffline: true) { findings.append(finding.what) }
        #expect(
            findings.filter { $0.contains("court, office") } == ["2 of 2 sources could never be read: court, office"])
        #expect(!findings.contains { $0.contains("open: something") })
        // One that was dropped from the catalogue was never watched.
        try place.write(
            "- {id: court, publisher: A court, url: 'file:court.xml', jurisdiction: US, authority: court}\n",
            to: "sources.yaml")
        #expect(!(try await fetch("2026-03-04").fetches.isEmpty))
        #expect(try place.workspace.gaps(all: false).map(\.source.rawValue) == ["court"])
        #expect(try place.workspace.gaps(all: true).count == 2)
    }

    @Test(
        "the first reading fills the gap before it where it shows that nothing was missed",
        arguments: [
            // the day of the first reading, the days of the entries that it holds, whether the gap is filled
            ("2026-03-09", ["2026-03-08", "2026-03-01"], true), ("2026-03-09", ["2026-03-08", "2026-03-05"], false),
            ("2026-03-09", ["2026-03-01", "2026-03-08", "2026-03-05"], false),
            ("2026-03-09", ["2026-03-01", "2026-03-08"], true), ("2026-03-09", [], false),
            ("2026-03-02", ["2026-03-02"], true), ("2026-03-02", [], true),
        ])
    func firstReading(day: String, dates: [String], isFilled: Bool) async throws {
        try remove()
        try await fetch("2026-03-02")
        try place.publish(
            dates.enumerated().map { .init(id: "\($0)", title: "Ruling \($0)", text: "", day: $1) })
        try await fetch(day)
        let gap = try #require(try place.workspace.gaps(all: true).first)
        #expect(gap.to != nil && (gap.filled != nil) == isFilled)
        #expect(try place.workspace.gaps(all: false).isEmpty == isFilled)
        let coverage = try coverage(from: gap.from, to: gap.from.adding(days: 9))
        #expect(coverage.gaps.map(\.kind) == (isFilled ? [] : [.outage]))
    }

    @Test("an outage of the period that is over is told with its cause in the reader's words, and what was said of it")
    func over() async throws {
        try await fetch("2026-03-02")
        try remove()
        try await fetch("2026-03-03")
        try await fetch("2026-03-05")
        try place.publish([Self.ruling])
        try await fetch("2026-03-06")
        let gap = try #require(try place.workspace.gaps(all: true).first)
        let coverage = try coverage(from: gap.from, to: gap.from.adding(days: 5))
        let told = try #require(coverage.troubled.first)
        #expect(told.trouble == .interrupted && told.cause == .file)
        #expect(!told.detail.isEmpty && !told.detail.hasPrefix("file"), "\(told.detail)")
    }

    @Test("an outage of which somebody knows ends with the next reading, so that the next one is told")
    func acknowledged() async throws {
        try await fetch("2026-03-02")
        try remove()
        try await fetch("2026-03-03")
        let first = try #require(try place.workspace.gaps(all: false).first)
        try place.workspace.acknowledgeGap(first.id, note: "seen by hand", actor: "ann")
        #expect(try source().gaps == 0)
        try place.publish([Self.ruling])
        try await fetch("2026-03-04")
        #expect(try place.workspace.gaps(all: true).first?.to?.day == Day(iso: "2026-03-04"))
        try remove()
        try await fetch("2026-03-05")
        #expect(try source().gaps == 1)
    }

    @Test("a feed that held entries and holds none is not well, which fetch, the listing and the digest say")
    func emptied() async throws {
        try await fetch("2026-03-02")
        try place.publish([])
        let report = try await fetch("2026-03-05")
        #expect(report.fetches.first?.warnings == ["it holds no entry any more, and did before"])
        let emptied = try source()
        #expect(emptied.health == .empty)
        #expect(emptied.emptiness == "it holds no entry any more; on 2026-03-02 it did")
        let coverage = try coverage(
            from: try #require(emptied.lastSuccess), to: try #require(emptied.lastSuccess?.adding(days: 1)))
        #expect(coverage.troubled.map(\.trouble) == [.empty])
        #expect(coverage.troubled.first?.since?.day == Day(iso: "2026-03-02"))
        try place.publish([Self.ruling])
        try await fetch("2026-03-06")
        #expect(try source().health == .ok)
    }

    @Test("in the first days the dates of the entries tell how many come a week, and how long they stay")
    func firstRhythm() async throws {
        let place = try Installation(at: "2026-07-08")
        try place.publish(
            (1...7).map { .init(id: "\($0)", title: "Ruling \($0)", text: "Text", day: "2026-07-0\($0)") })
        _ = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        let view = try #require(try place.workspace.sources().first)
        // Seven entries in the six days between the first and the last.
        #expect(view.itemsPerWeek.map { ($0 * 100).rounded() / 100 } == 8.17)
        #expect(view.windowDays == 6)
    }

    @Test("a feed that never held an entry is empty, too")
    func neverHeld() async throws {
        try place.publish([])
        #expect(try await fetch("2026-03-02").fetches.first?.warnings == [])
        #expect(try source().health == .empty && source().emptiness == "it holds no entry, and never did")
    }

    @Test("what came of sources is told in the order of the catalogue, whoever answered first")
    func order() async throws {
        let names = ["zeta", "court", "beta", "alpha"]
        let sources = names.map {
            "- {id: \($0), publisher: A court, url: 'file:\($0).xml', jurisdiction: US, authority: court}\n"
        }
        let place = try Installation(at: "2026-07-07", ["sources.yaml": sources.joined()])
        let report = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        #expect(report.fetches.map(\.source.rawValue) == names)
        #expect(report.fetches.map { $0.cause == nil } == [false, true, false, false])
    }
}
