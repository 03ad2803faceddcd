import Foundation
public import Model

/// What is posted to a webhook: a body, and the headers or parameters that sign it.
public struct WebhookMessage: Sendable, Equatable {
    /// Who understands the body.
    public enum Service: String, Sendable, Codable, CaseIterable {
        /// The whole digest as JSON, signed in a header.
        case generic
        case slack, teams, feishu, dingtalk
    }

    /// The JSON text.
    public let body: [UInt8]
    /// Further headers.
    public let headers: [(name: String, value: String)]
    /// What is added to the address as its query; empty for most services.
    public let query: String

    /// A digest for a service.
    ///
    /// - Parameters:
    ///   - digest: The digest.
    ///   - service: Who understands the body.
    ///   - secret: The key for the signature; unsigned where nil, or where the service knows no signature.
    ///   - at: The moment that the signature holds.
    /// - Throws: Where JSON cannot hold the digest.
    public init(_ digest: Digest, for service: Service, secret: String? = nil, at: Instant) throws {
        let key = secret.map { Array($0.utf8) }
        var headers: [(name: String, value: String)] = []
        var query = ""
        switch service {
        case .generic:
            body = try digest.json()
            if let key {
                let hash = HMAC.sha256(key: key, message: body)
                headers.append(("X-Lexwatch-Signature-256", "sha256=" + SHA256.hexadecimal(hash)))
            }
            headers.append(("X-Lexwatch-Event", "digest"))
        case .slack: body = try ChatBody(digest).slack.bytes()
        case .teams: body = try ChatBody(digest).teams.bytes()
        case .feishu: body = try ChatBody(digest).feishu(signedBy: secret, at: at).bytes()
        case .dingtalk:
            body = try ChatBody(digest).dingTalk.bytes()
            if let key, let secret { query = Self.dingTalkQuery(key, secret, at) }
        }
        self.headers = headers
        self.query = query
    }

    /// Equality of everything that is sent.
    public static func == (left: Self, right: Self) -> Bool {
        left.body == right.body && left.query == right.query
            && left.headers.elementsEqual(right.headers) { $0.name == $1.name && $0.value == $1.value }
    }

    private static func dingTalkQuery(_ key: [UInt8], _ secret: String, _ at: Instant) -> String {
        let stamp = "\(at.secondsSince1970)000"
        let sign = Base64.text(HMAC.sha256(key: key, message: Array("\(stamp)\n\(secret)".utf8)))
        let escaped = sign.unicodeScalars.map { "+/=".unicodeScalars.contains($0) ? Plain.percent($0) : String($0) }
        return "timestamp=\(stamp)&sign=\(escaped.joined())"
    }
}

extension WebhookMessage.Service {
    /// What Feishu's and DingTalk's answers have in common: a code, 0 where the message was taken, and words.
    private struct Answer: Decodable {
        let code, errcode: Int?
        let msg, errmsg: String?
    }

    /// Why a service refuses what it answered with status 200; nil where it took the message.
    ///
    /// - Parameter body: The answer's body.
    /// - Returns: The service's code and words in one line.
    public func refusal(in body: [UInt8]) -> String? {
        guard self == .feishu || self == .dingtalk,
            let answer = try? JSONDecoder().decode(Answer.self, from: Data(body)),
            let code = answer.code ?? answer.errcode, code != 0
        else { return nil }
        return "\(code) \(Plain.line(answer.msg ?? answer.errmsg ?? "", limit: 200))"
    }
}

/// A JSON value of our own making.
enum JSONValue: Encodable {
    case string(String), flag(Bool), list([JSONValue]), object([String: JSONValue])

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .string(let value): try container.encode(value)
        case .flag(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }

    /// The JSON text with sorted keys.
    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try Array(encoder.encode(self))
    }
}
