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

    @Test("says why the folder cannot be made")
    func noFolder() throws {
        let file = NSTemporaryDirectory() + "lexwatch-folder-\(UUID().uuidString)"
        try Data().write(to: URL(fileURLWithPath: file))
        defer { try? FileManager.default.removeItem(atPath: file) }
        let folder = DigestFolder(path: "\(file)/digests", renderer: DigestRenderer(templates: .standard))
        let feed = DevelopmentFeed(
            id: "topic/a", name: "A", domain: "example.org", language: .english,
            written: Instant(secondsSince1970: 1_770_000_000), entries: [])
        let problem = #expect(throws: PlainProblem.self) { try folder.write(feed) }
        #expect(problem?.what == "the digest cannot be written: Not a directory", "\(String(describing: problem))")
    }
}
