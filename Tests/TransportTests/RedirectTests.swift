import LoopbackServers
import Model
import Testing

@testable import Transport

@Suite("redirects")
struct RedirectTests {
    @Test(
        "an address moved for good only where every redirect says so",
        arguments: [
            ([301], true), ([308], true), ([301, 308, 301], true), ([302], false), ([303], false), ([307], false),
            ([301, 302], false), ([302, 301], false), ([], false),
        ])
    func movedForGood(statuses: [Int], isForGood: Bool) async throws {
        let server = try HTTPServer { request in
            let step = Int(request.path.dropFirst()) ?? 0
            return step < statuses.count ? .redirect(statuses[step], to: "/\(step + 1)#top") : HTTPReply(body: "feed")
        }
        defer { server.stop() }
        let answer = await Fetcher(try .small).fetch(FetchRequest(url: server.url("/0")))
        #expect(answer.text == "feed")
        #expect(answer.finalURL == server.url("/\(statuses.count)"))
        #expect(answer.movedTo == (isForGood ? answer.finalURL : nil))
    }

    @Test("a redirect is followed, however much comes with it", arguments: [0, 1_000, 70_000])
    func withBody(bytes: Int) async throws {
        let server = try HTTPServer(routes: [
            "/a": HTTPReply(status: 302, headers: [("Location", "/b")], body: String(repeating: "x", count: bytes)),
            "/b": HTTPReply(body: "feed"),
        ])
        defer { server.stop() }
        #expect(await Fetcher(try .small).fetch(FetchRequest(url: server.url("/a"))).text == "feed")
    }

    @Test("five redirects are followed, a sixth is not")
    func bounded() async throws {
        let server = try HTTPServer { request in
            let left = Int(request.path.dropFirst()) ?? 0
            return left > 0 ? .redirect(to: "/\(left - 1)") : HTTPReply(body: "feed")
        }
        defer { server.stop() }
        let fetcher = Fetcher(try .small)
        #expect(await fetcher.fetch(FetchRequest(url: server.url("/5"))).text == "feed")
        #expect(await fetcher.fetch(FetchRequest(url: server.url("/6"))).failure?.cause == .redirects)
        #expect(server.requests.count == 12)
    }

    @Test("redirects in a circle end")
    func circle() async throws {
        let server = try HTTPServer(routes: ["/a": .redirect(to: "/b"), "/b": .redirect(to: "/a")])
        defer { server.stop() }
        let answer = await Fetcher(try .small).fetch(FetchRequest(url: server.url("/a")))
        #expect(answer.failure?.cause == .redirects)
        #expect(answer.movedTo == nil)
    }

    @Test("slow redirects share one total time")
    func sharedTime() async throws {
        let server = try HTTPServer { request in
            let next = (Int(request.path.dropFirst()) ?? 0) + 1
            let head = HTTPReply.head(302, [("Location", "/\(next)"), ("Content-Length", "0")])
            return HTTPReply([.pause(700), .send(head), .close])
        }
        defer { server.stop() }
        var policy = try FetchPolicy.small
        policy.totalTimeout = .seconds(2)
        policy.stallTimeout = .seconds(5)
        policy.maxRedirects = 50
        let answer = await Fetcher(policy).fetch(FetchRequest(url: server.url("/0")))
        #expect(answer.failure?.cause == .timeout)
        #expect(server.requests.count <= 3)
    }

    @Test("a choice is followed where the server names its own")
    func choice() async throws {
        let server = try HTTPServer(routes: [
            "/feed": HTTPReply(status: 300, headers: [("Location", "/feed.xml")], body: "<ul>"),
            "/open": HTTPReply(status: 300, body: "<ul>"), "/feed.xml": HTTPReply(body: "feed"),
        ])
        defer { server.stop() }
        let fetcher = Fetcher(try .small)
        let answer = await fetcher.fetch(FetchRequest(url: server.url("/feed")))
        #expect(answer.text == "feed")
        #expect(answer.movedTo == nil)
        #expect(await fetcher.fetch(FetchRequest(url: server.url("/open"))).failure?.cause == .protocolError)
    }

    @Test("cookies given on the way are brought back, to no other host, and forgotten with the answer")
    func cookies() async throws {
        let other = try HTTPServer { HTTPReply(body: "cookies: \($0.headers["cookie"] ?? "none")") }
        defer { other.stop() }
        let away = other.url("/", host: "localhost")
        let server = try HTTPServer { request in
            let cookie = request.headers["cookie"] ?? ""
            let bringing = HTTPReply(
                status: 302, headers: [("Location", request.path), ("Set-Cookie", "session=1; path=/; HttpOnly")],
                bytes: [])
            switch request.path {
            case "/first": return cookie.contains("session=1") ? HTTPReply(body: "feed") : bringing
            case "/away": return cookie.contains("session=1") ? .redirect(to: away) : bringing
            default: return HTTPReply(body: "cookies: \(cookie)")
            }
        }
        defer { server.stop() }
        let fetcher = Fetcher(try .small)
        #expect(await fetcher.fetch(FetchRequest(url: server.url("/first"))).text == "feed")
        #expect(await fetcher.fetch(FetchRequest(url: server.url("/away"))).text == "cookies: none")
        #expect(await fetcher.fetch(FetchRequest(url: server.url("/later"))).text == "cookies: ")
    }
}
