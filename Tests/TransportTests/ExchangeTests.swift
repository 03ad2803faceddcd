import Foundation
import LoopbackServers
import Model
import Synchronization
import Testing

@testable import Transport

@Suite("a fetch over real sockets")
struct ExchangeTests {
    private let feed = Array("<rss><channel><title>Cases</title></channel></rss>".utf8)

    @Test("the second reading asks with the validators and gets 304")
    func conditional() async throws {
        let server = try HTTPServer { [feed] request in
            .document(
                feed, type: "application/rss+xml", etag: "W/\"v1\"", lastModified: "Sun, 06 Nov 1994 08:49:37 GMT",
                to: request)
        }
        defer { server.stop() }
        let fetcher = Fetcher(try .small)
        let first = await fetcher.fetch(FetchRequest(url: server.url("/feed")))
        #expect(first.outcome == .body(feed))
        #expect(first.contentType == "application/rss+xml")
        #expect(first.bytes == Gzip.stored(feed).count)
        let validators = try #require(first.validators)
        #expect(
            validators
                == Validators(etag: "W/\"v1\"", lastModified: "Sun, 06 Nov 1994 08:49:37 GMT", obtained: noon))
        let second = await fetcher.fetch(FetchRequest(url: server.url("/feed"), validators: validators))
        #expect(second.outcome == .unchanged)
        #expect(second.status == 304)
        #expect(second.validators == validators)
        #expect(server.requests.last?.headers["a-im"] == "feed")
        #expect(server.connections == 1)
    }

    @Test(
        "where a Refresh header sends browsers on to is told",
        arguments: [
            ("0; url=https://c.example/new", "https://c.example/new"), ("5;URL='/new'", "/new"),
            ("0, url=/new", "/new"), ("0; https://c.example/x?id=3", "https://c.example/x?id=3"),
            ("30", nil), ("0; url=", nil),
        ])
    func refresh(header: String, target: String?) async throws {
        let server = try HTTPServer { _ in HTTPReply(headers: [("Refresh", header)], body: "<html></html>") }
        defer { server.stop() }
        #expect(await Fetcher(try .small).fetch(FetchRequest(url: server.url("/"))).refresh == target)
    }

    @Test("validators of more than eight days are not sent")
    func dropsOldValidators() async throws {
        let server = try HTTPServer { [feed] in .document(feed, type: "text/xml", etag: "\"v\"", to: $0) }
        defer { server.stop() }
        let old = Validators(etag: "\"v\"", lastModified: nil, obtained: noon.adding(days: -9))
        let answer = await Fetcher(try .small).fetch(FetchRequest(url: server.url("/"), validators: old))
        #expect(answer.outcome == .body(feed))
        #expect(answer.validators?.obtained == noon)
    }

    @Test("a validator that would break out of its header is not sent")
    func hostileValidator() async throws {
        let server = try HTTPServer { [feed] _ in HTTPReply(bytes: feed) }
        defer { server.stop() }
        let hostile = Validators(etag: "\"v\"\r\nX-Evil: 1", lastModified: nil, obtained: noon)
        let answer = await Fetcher(try .small).fetch(FetchRequest(url: server.url("/"), validators: hostile))
        #expect(answer.outcome == .body(feed))
        #expect(server.requests.first?.headers["x-evil"] == nil)
    }

    @Test("the request says who asks, what for, and nothing else about us")
    func manners() async throws {
        let server = try HTTPServer { _ in HTTPReply(headers: [("Set-Cookie", "id=1")], body: "x") }
        defer { server.stop() }
        var policy = try FetchPolicy.small
        policy.userAgent = FetchPolicy.userAgent(version: "1.2", contact: "ops@example.org\r\nX-Evil: 1")
        let fetcher = Fetcher(policy)
        for accept in FetchRequest.Accept.allCases {
            _ = await fetcher.fetch(FetchRequest(url: server.url("/"), accept: accept))
        }
        let headers = server.requests.map(\.headers)
        #expect(headers.allSatisfy { $0["user-agent"] == "lexwatch/1.2 (+ops@example.orgX-Evil: 1)" })
        #expect(headers.allSatisfy { $0["cookie"] == nil && $0["authorization"] == nil && $0["referer"] == nil })
        #expect(
            headers.map { $0["accept"]?.prefix(16) } == [
                "application/atom", "text/html, appli", "application/json", "text/plain, */*;",
            ])
    }

    @Test(
        "an answer is partial where that was asked for and the server says that it is",
        arguments: [("feed", true, true), ("feed, gzip", true, true), ("gzip", true, false), ("feed", false, false)])
    func delta(manipulation: String, isAsked: Bool, isDelta: Bool) async throws {
        let server = try HTTPServer { [feed] _ in HTTPReply(status: 226, headers: [("IM", manipulation)], bytes: feed) }
        defer { server.stop() }
        let validators = Validators(etag: "\"1\"", lastModified: nil, obtained: noon.adding(days: -1))
        let answer = await Fetcher(try .small).fetch(
            FetchRequest(url: server.url("/"), validators: isAsked ? validators : nil))
        #expect(answer.outcome == .body(feed))
        #expect(answer.isDelta == isDelta)
    }

    @Test("validators of a partial answer are as old as those of the last full reading")
    func deltaValidators() async throws {
        let server = try HTTPServer { [feed] request in
            let headers = [("ETag", "\"2\""), ("IM", "feed")]
            return HTTPReply(status: request.headers["a-im"] == "feed" ? 226 : 200, headers: headers, bytes: feed)
        }
        defer { server.stop() }
        let fetcher = Fetcher(try .small)
        let old = Validators(etag: "\"1\"", lastModified: nil, obtained: noon.adding(days: -7))
        let delta = await fetcher.fetch(FetchRequest(url: server.url("/"), validators: old))
        #expect(delta.validators?.etag == "\"2\"")
        #expect(delta.validators?.obtained == old?.obtained)
        let tooOld = Validators(etag: "\"1\"", lastModified: nil, obtained: noon.adding(days: -9))
        let whole = await fetcher.fetch(FetchRequest(url: server.url("/"), validators: tooOld))
        #expect(!whole.isDelta)
        #expect(whole.validators?.obtained == noon)
    }

    @Test("a robots.txt may be empty")
    func emptyRobots() async throws {
        let server = try HTTPServer { _ in HTTPReply(bytes: []) }
        defer { server.stop() }
        let answer = await Fetcher(try .small).fetch(FetchRequest(url: server.url("/robots.txt"), accept: .robots))
        #expect(answer.outcome == .body([]))
    }

    @Test("a cancelled task ends at once with an answer that says so")
    func cancels() async throws {
        let server = try HTTPServer { _ in HTTPReply([.hang]) }
        defer { server.stop() }
        let fetcher = Fetcher(try .small)
        let task = Task { await fetcher.fetch(FetchRequest(url: server.url("/"))) }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        task.cancel()
        #expect(await task.value.failure?.cause == .cancelled)
    }

    @Test("a task that was cancelled before it asks sends nothing")
    func cancelledBefore() async throws {
        let server = try HTTPServer { _ in HTTPReply(body: "x") }
        defer { server.stop() }
        let fetcher = Fetcher(try .small)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await fetcher.fetch(FetchRequest(url: server.url("/")))
        }
        #expect(await task.value.failure?.cause == .cancelled)
        #expect(server.requests.isEmpty)
    }

    @Test("no more transfers to a host run at once than the policy allows")
    func boundsEachHost() async throws {
        let (now, most) = (Counter(), Counter())
        let server = try HTTPServer { _ in
            most.raise(to: now.add(1))
            Thread.sleep(forTimeInterval: 0.01)
            now.add(-1)
            return HTTPReply(body: "x")
        }
        defer { server.stop() }
        var policy = try FetchPolicy.small
        policy.perHost = 3
        let fetcher = Fetcher(policy)
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<12 {
                group.addTask {
                    let answer = await fetcher.fetch(FetchRequest(url: server.url("/\(index)")))
                    #expect(answer.text == "x")
                }
            }
        }
        #expect(server.requests.count == 12)
        #expect(most.value <= 3)
    }

    @Test("credentials of an address go to its own origin alone, and never into the answer")
    func credentials() async throws {
        let other = try HTTPServer { _ in HTTPReply(body: "other") }
        defer { other.stop() }
        let target = other.url("/end")
        let server = try HTTPServer { request in
            request.path == "/start" ? .redirect(to: "/middle") : .redirect(to: target)
        }
        defer { server.stop() }
        let url = "http://user:secret@127.0.0.1:\(server.port)/start"
        let answer = await Fetcher(try .small).fetch(FetchRequest(url: url))
        #expect(
            server.requests.map { $0.headers["authorization"] } == ["Basic dXNlcjpzZWNyZXQ=", "Basic dXNlcjpzZWNyZXQ="])
        #expect(other.requests.map { $0.headers["authorization"] } == [nil])
        #expect(answer.finalURL == target)
    }
}

/// A number that many threads count on.
final class Counter: Sendable {
    private let number = Mutex(0)
    var value: Int { number.withLock { $0 } }
    @discardableResult func add(_ count: Int) -> Int {
        number.withLock {
            $0 += count
            return $0
        }
    }
    func raise(to value: Int) { number.withLock { $0 = max($0, value) } }

    @Test(
        "a document whose compression is broken, or none that anybody knows, is asked for once more without any",
        arguments: ["gzip", "x-gzip", "deflate", "UTF-8", "binary"])
    func plainAfterBrokenCompression(coding: String) async throws {
        let feed = "<rss version='2.0'><channel><title>T</title><item><title>A ruling</title></item></channel></rss>"
        let server = try HTTPServer { _ in HTTPReply(headers: [("Content-Encoding", coding)], body: feed) }
        defer { server.stop() }
        let answer = await Fetcher(try .small).fetch(FetchRequest(url: server.url("/feed")))
        #expect(answer.text == feed)
        #expect(server.requests.map { $0.headers["accept-encoding"] == "identity" } == [false, true])
    }

    @Test("a server that packs only where it is asked to is believed without")
    func packsOnDemand() async throws {
        let server = try HTTPServer { request in
            guard request.headers["accept-encoding"]?.contains("gzip") ?? false else { return HTTPReply(body: "feed") }
            let twice = Gzip.stored(Array("fe".utf8)) + Gzip.stored(Array("ed".utf8))
            return HTTPReply(headers: [("Content-Encoding", "gzip")], bytes: twice)
        }
        defer { server.stop() }
        #expect(await Fetcher(try .small).fetch(FetchRequest(url: server.url("/feed"))).text == "feed")
    }

    @Test(
        "a document that was changed after it was sent has no such date",
        arguments: [
            ("Fri, 15 Jan 2027 07:59:59 GMT", nil, true), ("Fri, 31 Dec 2099 23:59:59 GMT", nil, false),
            ("Fri, 15 Jan 2027 09:00:00 GMT", "Fri, 15 Jan 2027 09:00:00 GMT", true),
            ("Fri, 15 Jan 2027 09:00:01 GMT", "Fri, 15 Jan 2027 09:00:00 GMT", false),
        ] as [(String, String?, Bool)])
    func changedInFuture(modified: String, sent: String?, isKept: Bool) async throws {
        let headers = [("Last-Modified", modified)] + [sent].compactMap(\.self).map { ("Date", $0) }
        let server = try HTTPServer { _ in HTTPReply(headers: headers, body: "feed") }
        defer { server.stop() }
        let answer = await Fetcher(try .small).fetch(FetchRequest(url: server.url("/feed")))
        #expect(answer.validators?.lastModified == (isKept ? modified : nil))
    }

    @Test("what an API says beside a status is kept, what a page says is not")
    func complaint() async throws {
        let server = try HTTPServer { _ in HTTPReply(status: 400, body: #"{"message": "no such field"}"#) }
        defer { server.stop() }
        let fetcher = Fetcher(try .small)
        let api = await fetcher.fetch(FetchRequest(url: server.url("/api"), accept: .json))
        #expect(String(decoding: api.complaint, as: UTF8.self).contains("no such field"))
        #expect(await fetcher.fetch(FetchRequest(url: server.url("/feed"))).complaint.isEmpty)
    }
}
