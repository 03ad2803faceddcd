import LoopbackServers
import Model
import Testing

@testable import Transport

@Suite("TLS")
struct TLSTests {
    @Test("a certificate that does not prove the host is refused, one that does is accepted")
    func verifies() async throws {
        let folder = try TemporaryFolder()
        let certificates = try Certificates(in: folder.path)
        let server = try HTTPServer { _ in HTTPReply(body: "feed") }
        defer { server.stop() }
        var policy = try FetchPolicy.small
        // Newer versions of libcurl have an address of each family for this name, whatever the machine says.
        policy.allowPrivate.append(try #require(Network("::1/128")))
        let strictPolicy = policy
        policy.certificateAuthorities = certificates.authority
        let fetcher = Fetcher(policy)
        let cases = [
            (certificates.expired, "expired"), (certificates.selfSigned, "self"), (certificates.otherHost, "match"),
        ]
        for (certificate, words) in cases {
            let front = try TLSFront(to: server.port, showing: certificate)
            let answer = await fetcher.fetch(FetchRequest(url: "https://localhost:\(front.port)/"))
            #expect(answer.failure?.cause == .tls)
            #expect(answer.failure?.detail.contains(words) == true, "\(answer)")
        }
        #expect(server.requests.isEmpty)
        let front = try TLSFront(to: server.port, showing: certificates.good)
        #expect(await fetcher.fetch(FetchRequest(url: "https://localhost:\(front.port)/")).text == "feed")
        let strict = await Fetcher(strictPolicy).fetch(FetchRequest(url: "https://localhost:\(front.port)/"))
        #expect(strict.failure?.cause == .tls)
    }
}
