import Digests
import Foundation
import Model
import Testing

@testable import Watch

@Suite("The folder of digests") struct DigestFolderTests {
    @Test(
        "says why a file cannot be written, and leaves no half of it",
        arguments: [
            ("index.html", "Is a directory"), ("index.html.new", "Is a directory"), (nil, "No such file or directory"),
        ])
    func reason(directory: String?, said: String) throws {
        let path = NSTemporaryDirectory() + "lexwatch-folder-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        if let directory {
            try FileManager.default.createDirectory(
                atPath: "\(path)/\(directory)", withIntermediateDirectories: true)
        }
        let folder = DigestFolder(path: path, renderer: DigestRenderer(templates: .standard))
        let problem = #expect(throws: PlainProblem.self) {
            try folder.renewIndex(organisation: "Test AG", language: .english)
        }
        #expect(problem?.what == "the digest cannot be written: \(said)")
        #expect(problem?.place == "\(path)/index.html")
        let left = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        #expect(left == [directory].compactMap(\.self))
    }

    @Test("is listed with the newest first, by day and number, with calendars and the feeds that are written")
    func listed() throws {
        let path = NSTemporaryDirectory() + "lexwatch-folder-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = DigestFolder(path: path, renderer: DigestRenderer(templates: .standard))
        let moment = Instant(secondsSince1970: 1_770_000_000)
        for (number, name) in [(9, "anna"), (10, "ben"), (2, "eng")] {
            let day = moment.day.adding(days: number == 2 ? 1 : 0)
            var digest = Digest(
                id: name, organisation: "Test AG", recipient: Recipient(id: name, name: name), composed: moment,
                from: moment, to: moment, coverage: DigestCoverage(sources: 1, read: 1))
            if number == 9 {
                digest.dates = [
                    UpcomingDate(uid: "a", day: day, kind: .effective, matter: "A", title: "A", changed: moment)
                ]
            }
            _ = try folder.write(digest, json: digest.json(), number: Int64(number), day: day)
        }
        let feeds = try ["topic/a", "policy/gone"].map { id in
            try folder.write(DevelopmentFeed(id: id, name: id, organisation: "A", written: moment))
        }
        folder.keepFeeds([feeds[0]])
        try folder.renewIndex(organisation: "Test AG", language: .english)
        let page = try String(contentsOfFile: "\(path)/index.html", encoding: .utf8)
        let places = ["eng-2.json", "ben-10.json", "anna-9.json"].compactMap { page.range(of: $0)?.lowerBound }
        #expect(places.count == 3 && places == places.sorted())
        #expect(page.contains("anna-9.ics") && !page.contains("ben-10.ics"))
        #expect(page.contains("topic-a.atom") && !page.contains("policy-gone.atom"))
    }

    @Test("says why the folder cannot be made")
    func noFolder() throws {
        let file = NSTemporaryDirectory() + "lexwatch-folder-\(UUID().uuidString)"
        try Data().write(to: URL(fileURLWithPath: file))
        defer { try? FileManager.default.removeItem(atPath: file) }
        let folder = DigestFolder(path: "\(file)/digests", renderer: DigestRenderer(templates: .standard))
        let feed = DevelopmentFeed(
            id: "topic/a", name: "A", organisation: "A", language: .english,
            written: Instant(secondsSince1970: 1_770_000_000), entries: [])
        let problem = #expect(throws: PlainProblem.self) { _ = try folder.write(feed) }
        #expect(problem?.what == "the digest cannot be written: Not a directory", "\(String(describing: problem))")
    }
}
