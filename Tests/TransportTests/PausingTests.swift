import LoopbackServers
import Model
import Testing

@testable import Transport

@Suite("hosts that ask to be left alone")
struct PausingTests {
    @Test(
        "Retry-After is read in both forms, and cut",
        arguments: [
            (429, "120", 120), (503, "120", 120), (429, "Fri, 15 Jan 2027 08:05:00 GMT", 300),
            (503, "Fri, 15 Jan 2027 08:05:00 GMT", 300), (429, "99999999999999999999", 3600),
            (429, "Sun, 06 Nov 1994 08:49:37 GMT", 0),
        ])
    func retryAfter(status: Int, header: String, seconds: Int64) async throws {
        let server = try HTTPServer { _ in HTTPReply(status: status, headers: [("Retry-After", header)], body: "busy") }
        defer { server.stop() }
        var policy = try FetchPolicy.small
        policy.maxPause = .seconds(3600)
        let answer = await Fetcher(policy).fetch(FetchRequest(url: server.url("/")))
        #expect(answer.failure?.cause == .rateLimited)
        #expect(answer.failure?.retryAfter == noon.adding(seconds: seconds))
    }

    @Test("an address that is refused is left alone; its neighbours are not")
    func oneAddress() async throws {
        let server = try HTTPServer(routes: [
            "/limited": HTTPReply(status: 429, headers: [("Retry-After", "60")], body: "slow down"),
            "/free": HTTPReply(body: "feed"),
        ])
        defer { server.stop() }
        let fetcher = Fetcher(try .small)
        for _ in 0..<3 { _ = await fetcher.fetch(FetchRequest(url: server.url("/limited"))) }
        #expect(server.hits("/limited") == 1)
        #expect(await fetcher.fetch(FetchRequest(url: server.url("/free"))).text == "feed")
        let pause = HostPause(
            host: "127.0.0.1:\(server.port)", until: noon.adding(seconds: 60), refusals: 0, isWholeHost: false)
        #expect(fetcher.pauses == [pause])
    }

    @Test("a service that is down for a day does not make the host's own pause longer")
    func serviceDown() async throws {
        let server = try HTTPServer { request in
            request.path == "/down"
                ? HTTPReply(status: 503, headers: [("Retry-After", "600")], body: "down")
                : HTTPReply(status: 429, headers: [("Retry-After", "60")], body: "no")
        }
        defer { server.stop() }
        let fetcher = Fetcher(try .small)
        for path in ["/down", "/1", "/2", "/3"] { _ = await fetcher.fetch(FetchRequest(url: server.url(path))) }
        #expect(fetcher.pauses.map(\.until) == [noon.adding(seconds: 60)])
        #expect(fetcher.pauses.map(\.isWholeHost) == [true])
    }

    @Test("a host that answers again once its pause is over is not paused for one refusal")
    func overAgain() {
        var pauses = HostPauses(
            threshold: 3,
            earlier: [HostPause(host: "h", until: noon.adding(seconds: 60), refusals: 3, isWholeHost: true)])
        pauses.answered(host: "h", now: noon)
        #expect(pauses.pause(of: "/a", host: "h", now: noon) != nil)
        let later = noon.adding(seconds: 90)
        pauses.answered(host: "h", now: later)
        pauses.refused("/a", host: "h", until: later.adding(seconds: 60), speaksForHost: true)
        #expect(pauses.pause(of: "/b", host: "h", now: later) == nil)
        #expect(pauses.all(now: later).map(\.refusals) == [1])
    }

    @Test("a host that refuses one address after the other is left alone as a whole")
    func wholeHost() async throws {
        let server = try HTTPServer { _ in HTTPReply(status: 429, headers: [("Retry-After", "60")], body: "no") }
        defer { server.stop() }
        let fetcher = Fetcher(try .small)
        for index in 0..<6 {
            let answer = await fetcher.fetch(FetchRequest(url: server.url("/\(index)")))
            #expect(answer.failure?.cause == .rateLimited)
            #expect(answer.failure?.retryAfter == noon.adding(seconds: 60))
        }
        #expect(server.requests.count == 3)
        #expect(fetcher.pauses.map(\.isWholeHost) == [true])
        let later = Fetcher(try .small, clock: Clock { noon.adding(seconds: 30) }, pauses: fetcher.pauses)
        #expect(await later.fetch(FetchRequest(url: server.url("/7"))).failure?.detail.contains("asked not to") == true)
        let muchLater = Fetcher(try .small, clock: Clock { noon.adding(seconds: 60) }, pauses: fetcher.pauses)
        #expect(await muchLater.fetch(FetchRequest(url: server.url("/8"))).status == 429)
    }
}
