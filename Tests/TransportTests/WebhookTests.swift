import LoopbackServers
import Model
import Testing

@testable import Transport

@Suite("webhooks")
struct WebhookTests {
    private let body = Array("{\"text\":\"三\"}".utf8)

    @Test("the JSON arrives with its headers, and the answer's beginning comes back")
    func posts() async throws {
        let server = try HTTPServer { _ in HTTPReply(body: "{\"errcode\":0}") }
        defer { server.stop() }
        let signature = try #require(RequestHeader("X-Signature", "sha256=abc"))
        let answer = await Fetcher(try .small).post(to: server.url("/hook"), body: body, headers: [signature])
        #expect(answer == WebhookAnswer(.accepted, status: 200, body: Array("{\"errcode\":0}".utf8)))
        let request = try #require(server.requests.first)
        #expect(request.method == "POST" && request.body == body)
        #expect(request.headers["content-type"] == "application/json")
        #expect(request.headers["x-signature"] == "sha256=abc")
    }

    @Test("a long answer is cut, not refused")
    func cuts() async throws {
        let server = try HTTPServer { _ in HTTPReply(bytes: [UInt8](repeating: 0x78, count: 50_000)) }
        defer { server.stop() }
        let answer = await Fetcher(try .small).post(to: server.url("/"), body: body)
        #expect(answer.outcome == .accepted)
        #expect(answer.body.count == 4096)
    }

    @Test(
        "refusals are for later or for good, and a lost answer is uncertain",
        arguments: [
            (HTTPReply(status: 500, body: ""), "temporary"), (HTTPReply(status: 429, body: ""), "temporary"),
            (HTTPReply(status: 404, body: ""), "permanent"), (.redirect(to: "/elsewhere"), "permanent"),
            (HTTPReply([.close]), "uncertain"), (HTTPReply([.hang]), "uncertain"),
        ])
    func outcomes(reply: HTTPReply, expected: String) async throws {
        let server = try HTTPServer { _ in reply }
        defer { server.stop() }
        let answer = await Fetcher(try .small).post(to: server.url("/"), body: body)
        #expect(String(describing: answer.outcome).hasPrefix(expected), "\(answer)")
        #expect(server.hits("/elsewhere") == 0)
    }

    @Test("a private address is refused for good, a closed port for now")
    func unreachable() async throws {
        let server = try HTTPServer(routes: [:])
        server.stop()
        let fetcher = Fetcher(try .small)
        guard case .temporary = await fetcher.post(to: server.url("/"), body: body).outcome,
            case .permanent = await fetcher.post(to: "http://10.0.0.1/", body: body).outcome,
            case .permanent = await fetcher.post(to: "ftp://example.org/", body: body).outcome
        else {
            Issue.record("an unreachable webhook is told apart")
            return
        }
    }

    @Test("a header that could break out is none")
    func headers() {
        #expect(RequestHeader("X-A", "b\r\nX-C: d") == nil)
        #expect(RequestHeader("X A", "b") == nil)
        #expect(RequestHeader("", "b") == nil)
    }
}
