import Foundation
import Model
import Store
import Synchronization

@testable import Watch

/// An installation in a folder of its own, with a feed that changes and a clock that is set.
final class Installation: Sendable {
    let folder: String
    private let moment: Mutex<Instant>

    /// Files beside the standard ones, or in their place.
    init(at day: String, _ files: [String: String] = [:]) throws {
        folder = NSTemporaryDirectory() + "lexwatch-watch-\(UUID().uuidString)"
        moment = Mutex(Self.noon(of: day))
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let standard = [
            "lexwatch.yaml": "organisation: Test AG\ntimezone: Europe/Zurich\nfeeds: [sources.yaml]\n",
            "sources.yaml":
                "- {id: court, publisher: A court, url: 'file:court.xml', jurisdiction: US, authority: court, scope: topical}\n",
            "register.yaml": Self.register,
        ]
        for (name, text) in standard.merging(files, uniquingKeysWith: { $1 }) { try write(text, to: name) }
        try publish([])
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// The installation; its time is that of the clock.
    var workspace: Workspace {
        Workspace(
            Paths(configuration: folder, database: "\(folder)/state/lexwatch.sqlite", data: Self.data),
            clock: Clock { [self] in moment.withLock { $0 } })
    }

    /// Sets the clock to noon of a day.
    func set(_ day: String) { moment.withLock { $0 = Self.noon(of: day) } }

    /// Sets the clock to a moment.
    func set(_ instant: Instant) { moment.withLock { $0 = instant } }

    /// Writes a file into the folder.
    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }

    /// Changes the database by hand, past lexwatch.
    func damage(_ statement: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let script = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute(sys.argv[2])"
        process.arguments = ["python3", "-c", script, workspace.paths.database, statement]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    /// An entry of the feed.
    struct Entry {
        let id: String
        let title: String
        let text: String
        let day: String

        /// An act that binds from a day in the next year.
        static let trainingDataAct = Entry(
            id: "act", title: "State act on training data of generative AI signed into law",
            text: "Developers of generative AI must publish summaries of copyrighted works in their training data. "
                + "The act takes effect on March 1, 2027.", day: "2026-07-06")
    }

    /// What the feed holds from now on.
    func publish(_ entries: [Entry]) throws {
        let items = entries.map { entry in
            "<entry><id>urn:\(entry.id)</id><title>\(entry.title)</title><link href='https://court.example/\(entry.id)'/>"
                + "<updated>\(entry.day)T09:00:00Z</updated><summary>\(entry.text)</summary></entry>"
        }
        try write(
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>Court</title>\(items.joined())</feed>", to: "court.xml")
    }

    /// One whole run, as the timer starts it.
    @discardableResult
    func run() async throws -> RunReport { try await workspace.run(RunOptions(fetchesAll: true)) { _, _, _ in } }

    /// What the next digest says to somebody, in one line.
    func digestText(for recipient: String) async throws -> String {
        let options = DigestOptions(recipient: recipient, form: "text", isDryRun: true)
        return try await workspace.digest(options).digests.compactMap(\.text).joined()
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The alerts as a listing shows them.
    func alerts(all: Bool = false) throws -> [AlertView] {
        var views: [AlertView] = []
        try workspace.alerts(AlertFilter(all: all)) { views.append($0) }
        return views
    }

    private static func noon(of day: String) -> Instant {
        (Day(iso: day) ?? Day(number: 0)).midnightUTC.adding(seconds: 12 * 3600)
    }

    /// The checkout's own topics and vocabulary.
    static let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Feeds").path

    private static let register = """
        owners:
          - {id: counsel, name: Counsel}
          - {id: deputy, name: Deputy}
          - {id: second, name: Second deputy}
        policies:
          - id: genai-use
            title: Acceptable use of generative AI
            owner: counsel
            deputies: [deputy, second]
            topics: [training-data]
            jurisdictions: [US]
            sections:
              - {id: "3.2", title: Training, relies-on: ["3:24-cv-01234"]}

        """
}
