import Foundation
import LoopbackServers
import Model
import Testing

@testable import Transport

@Suite("gzip that libcurl leaves as it is")
struct GunzipTests {
    private static let text = """
        <rss><channel><title>ruling law copyright copyright copyright court model court data copyright data \
        data patent data copyright ruling court data court copyright data data law copyright copyright court\
         patent data model patent copyright ruling law court model court court court patent law court data p\
        atent ruling data patent court law ruling copyright data data law ruling model ruling patent ruling \
        copyright data</title></channel></rss>
        """

    /// The text in two members, the first with the codes of the standard or its own, as gzip chose.
    private static let members = """
        H4sIAAAAAAACA7MpKi62s0nOSMzLS82xsynJLMlJtSsqzcnMS1fISSxXSM4vqCzKTM8owcEqLSpRyM1PSc2BslMSSxKRFIC5YKIg\
        sSQ1D0MeahOKXhATmwm4nQPUAQAFWo7JyAAAAB+LCAAAAAAAAgNVjdEJwCAMRFfJBl2guEvQYIVURSOl27fVgPYnXC7vLpBRKAo4\
        FIQzOWJQx6Z8l+APgdI4RA+M12u2IsoNvU5NTrC3qqstqzWgD9fj/NmxPpbz+KvLv/af3DcJwmT2zR4YI/GrSq3mARoL+ubuAAAA
        """

    private func members() throws -> [UInt8] { [UInt8](try #require(Data(base64Encoded: Self.members))) }

    @Test("members one behind the other are one text; a damaged one is none, and a bound is kept")
    func together() throws {
        let packed = try members()
        #expect(try Gunzip.unpacked(packed, limit: 1000) == Array(Self.text.utf8))
        #expect(throws: Gunzip.Problem.tooLarge) { try Gunzip.unpacked(packed, limit: 100) }
        #expect(throws: Gunzip.Problem.broken) { try Gunzip.unpacked(packed.dropLast(), limit: 1000) }
        #expect(throws: Gunzip.Problem.broken) { try Gunzip.unpacked(packed + [1], limit: 1000) }
        for index in packed.indices {
            var damaged = packed
            damaged[index] ^= 0x15
            // Flags, times and names of the header say nothing of the text.
            let result = try? Gunzip.unpacked(damaged, limit: 1000)
            #expect(result == nil || result == Array(Self.text.utf8), "\(index)")
        }
    }

    @Test("a header may hold more than it must, and a block may be stored")
    func headers() throws {
        let plain = Gzip.stored([0x61, 0x62])
        var packed = plain
        packed[3] = 4 | 8 | 16 | 2
        packed.insert(contentsOf: [2, 0, 9, 9] + Array("name\0note\0".utf8) + [0, 0], at: 10)
        #expect(try Gunzip.unpacked(packed + plain, limit: 4) == Array("abab".utf8))
        #expect(throws: Gunzip.Problem.tooLarge) { try Gunzip.unpacked(Gzip.bomb(matches: 1000), limit: 5000) }
    }

    @Test(
        "a server that packs whatever it is asked is read, with or without a header that says so",
        arguments: [true, false])
    func exchange(isTold: Bool) async throws {
        let packed = try members()
        let server = try HTTPServer { _ in
            HTTPReply(headers: isTold ? [("Content-Encoding", "gzip")] : [], bytes: packed)
        }
        defer { server.stop() }
        let answer = await Fetcher(try .small).fetch(FetchRequest(url: server.url("/feed")))
        #expect(answer.text == Self.text)
    }
}
