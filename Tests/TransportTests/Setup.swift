import Foundation
import LoopbackServers
import Model
import Testing

@testable import Transport

/// The moment at which all tests take place.
let noon = Instant(secondsSince1970: 1_800_000_000)

extension FetchPolicy {
    /// Small bounds, so that faults are found quickly, and leave to reach loopback.
    static var small: FetchPolicy {
        get throws {
            var policy = FetchPolicy()
            policy.connectTimeout = .seconds(2)
            policy.stallTimeout = .seconds(1)
            policy.totalTimeout = .seconds(4)
            policy.maxBytes = 200_000
            policy.maxDecompressedBytes = 400_000
            policy.maxHeaderBytes = 16_000
            policy.perHost = 64
            policy.allowPrivate = [try #require(Network("127.0.0.0/8"))]
            return policy
        }
    }
}

extension Fetcher {
    /// A fetcher whose clock stands at noon.
    convenience init(_ policy: FetchPolicy) { self.init(policy, clock: Clock { noon }) }
}

extension FetchAnswer {
    /// The document as text; nil where there is none.
    var text: String? {
        guard case .body(let bytes) = outcome else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A folder of its own for one test, removed when the test is over.
final class TemporaryFolder {
    let path: String
    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("lexwatch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }
}
