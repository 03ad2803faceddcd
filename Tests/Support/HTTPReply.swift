/// What a server answers: steps taken one after the other.
public struct HTTPReply: Sendable {
    /// One step of an answer.
    public enum Step: Sendable {
        /// Sends bytes.
        case send([UInt8])
        /// Waits so many milliseconds.
        case pause(Int)
        /// Sends nothing until the client goes away.
        case hang
        /// Sends the same bytes until the client goes away, pausing so many milliseconds after each time.
        case forever([UInt8], Int)
        /// Resets the connection.
        case reset
        /// Closes the connection.
        case close
    }

    /// The steps.
    public var steps: [Step]
    /// Whether the connection may serve another request.
    public var keepsAlive: Bool

    /// A scripted reply, however broken.
    public init(_ steps: [Step]) {
        self.steps = steps
        keepsAlive = false
    }

    /// An orderly reply.
    ///
    /// - Parameters:
    ///   - status: The status.
    ///   - headers: Headers beside Content-Length.
    ///   - bytes: The body.
    public init(status: Int = 200, headers: [(String, String)] = [], bytes: [UInt8]) {
        let all = headers + (status == 304 ? [] : [("Content-Length", String(bytes.count))])
        steps = [.send(Self.head(status, all) + bytes)]
        keepsAlive = true
    }

    /// An orderly reply with a text.
    public init(status: Int = 200, headers: [(String, String)] = [], body: String) {
        self.init(status: status, headers: headers, bytes: Array(body.utf8))
    }

    /// A redirect.
    public static func redirect(_ status: Int = 302, to location: String) -> HTTPReply {
        HTTPReply(status: status, headers: [("Location", location)], body: "moved")
    }

    /// A document under conditional GET, packed where the client takes gzip.
    ///
    /// - Parameters:
    ///   - body: The document.
    ///   - type: Its content type.
    ///   - etag: Its entity tag, with quotes.
    ///   - lastModified: Its Last-Modified date.
    ///   - request: The request that asks for it.
    /// - Returns: The document, or a 304 where the request's validators match.
    public static func document(
        _ body: [UInt8], type: String, etag: String? = nil, lastModified: String? = nil, to request: HTTPRequest
    ) -> HTTPReply {
        var headers = [("ETag", etag), ("Last-Modified", lastModified)].compactMap { name, value in
            value.map { (name, $0) }
        }
        let asked = (request.headers["if-none-match"], request.headers["if-modified-since"])
        let isKnown = asked.0 == nil ? asked.1 != nil && asked.1 == lastModified : asked.0 == etag
        if isKnown { return HTTPReply(status: 304, headers: headers, bytes: []) }
        headers.append(("Content-Type", type))
        guard request.headers["accept-encoding"]?.contains("gzip") ?? false else {
            return HTTPReply(headers: headers, bytes: body)
        }
        return HTTPReply(headers: headers + [("Content-Encoding", "gzip")], bytes: Gzip.stored(body))
    }

    /// The status line and headers of an answer.
    public static func head(_ status: Int, _ headers: [(String, String)]) -> [UInt8] {
        let lines = ["HTTP/1.1 \(status) \(status == 200 ? "OK" : "Status")"] + headers.map { "\($0.0): \($0.1)" }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }
}
