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
}
