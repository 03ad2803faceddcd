import Foundation
import Glibc
import Model
import Testing

@testable import Transport

@Suite("file: sources")
struct FileTests {
    private func fetch(_ path: String, validators: Validators? = nil) async throws -> FetchAnswer {
        let request = FetchRequest(url: "file://\(path)", validators: validators, allowsFile: true)
        return await Fetcher(try .small).fetch(request)
    }

    @Test("a file is read, is unchanged the second time, and is read again when it changes")
    func reads() async throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/a feed.xml"
        try Data("<rss/>".utf8).write(to: URL(fileURLWithPath: path))
        let first = try await fetch("\(folder.path)/a%20feed.xml")
        #expect(first.text == "<rss/>")
        #expect(first.status == nil)
        let second = try await fetch("\(folder.path)/a%20feed.xml", validators: first.validators)
        #expect(second.outcome == .unchanged)
        #expect(second.validators == first.validators)
        try Data("<rss></rss>".utf8).write(to: URL(fileURLWithPath: path))
        #expect(try await fetch("\(folder.path)/a%20feed.xml", validators: first.validators).text == "<rss></rss>")
    }

    @Test("what is no readable regular file within the bound is named, and nothing hangs")
    func refuses() async throws {
        let folder = try TemporaryFolder()
        let fifo = "\(folder.path)/fifo"
        try #require(mkfifo(fifo, 0o600) == 0)
        let large = "\(folder.path)/large"
        try Data(count: 400_001).write(to: URL(fileURLWithPath: large))
        let empty = "\(folder.path)/empty"
        try Data().write(to: URL(fileURLWithPath: empty))
        let cases: [(String, FetchFailure.Cause, String)] = [
            ("\(folder.path)/none", .file, "no such file"), (folder.path, .file, "directory"), (fifo, .file, "regular"),
            ("/dev/zero", .file, "regular"), (large, .tooLarge, "exceeds 400 kB"), (empty, .empty, "empty"),
            ("\(large)/x", .file, "no directory"),
        ]
        for (path, cause, words) in cases {
            let failure = try #require(try await fetch(path).failure)
            #expect(failure.cause == cause)
            #expect(failure.detail.contains(words), "\(failure)")
        }
    }

    @Test(
        "the path of a file: address",
        arguments: [
            ("file:///a/b.xml", "/a/b.xml"), ("file:/a", "/a"), ("FILE://localhost/a%C3%A9", "/aé"), ("file:a", nil),
            ("file://host/a", nil), ("file:///a%00b", nil), ("file:///a%zz", nil), ("file:///a?b#c", "/a"),
        ] as [(String, String?)])
    func paths(url: String, path: String?) { #expect(FileSource.path(of: url) == path) }
}
