import Foundation
import Synchronization

/// A request as the server read it.
public struct HTTPRequest: Sendable {
    /// The method.
    public let method: String
    /// The path with its query.
    public let path: String
    /// The headers by lower-case name.
    public let headers: [String: String]
    /// The body.
    public let body: [UInt8]
}

/// A small HTTP/1.1 server on loopback that answers by a function of the request and keeps what it was asked.
public final class HTTPServer: Sendable {
    private let listener: Listener
    private let handler: @Sendable (HTTPRequest) -> HTTPReply
    private let state = Mutex(State())

    private struct State {
        var requests: [HTTPRequest] = []
        var isStopped = false
        var connections = 0
    }

    /// Starts a server that answers each request by the handler.
    public init(_ handler: @escaping @Sendable (HTTPRequest) -> HTTPReply) throws {
        listener = try Listener()
        self.handler = handler
        Thread.detachNewThread { [self] in
            while let connection = listener.accept() {
                let box = ConnectionBox(connection: connection)
                Thread.detachNewThread { [self] in serve(box.connection) }
            }
        }
    }

    /// Handed to one thread, which alone uses it from then on.
    private struct ConnectionBox: @unchecked Sendable { let connection: Connection }

    /// Starts a server that answers each path by a reply of its own, and others with 404.
    public convenience init(routes: [String: HTTPReply]) throws {
        try self.init { request in routes[request.path] ?? HTTPReply(status: 404, body: "no such page") }
    }

    /// The port.
    public var port: Int { listener.port }
    /// The address of a path on this server.
    public func url(_ path: String, host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(path)" }
    /// What was asked so far.
    public var requests: [HTTPRequest] { state.withLock { $0.requests } }
    /// How many times a path was asked for.
    public func hits(_ path: String) -> Int { requests.count { $0.path == path } }
    /// How many connections were made.
    public var connections: Int { state.withLock { $0.connections } }

    /// Ends the server; connections that hang are let go.
    public func stop() {
        state.withLock { $0.isStopped = true }
        listener.close()
    }

    private var isStopped: Bool { state.withLock { $0.isStopped } }

    private func serve(_ connection: Connection) {
        state.withLock { $0.connections += 1 }
        while let request = read(from: connection) {
            state.withLock { $0.requests.append(request) }
            let reply = handler(request)
            guard reply.steps.allSatisfy({ take($0, on: connection) }), reply.keepsAlive else { break }
        }
        connection.close()
    }

    private func read(from connection: Connection) -> HTTPRequest? {
        guard let start = connection.line() else { return nil }
        let words = start.split(separator: " ")
        guard words.count == 3 else { return nil }
        var headers: [String: String] = [:]
        while let line = connection.line(), !line.isEmpty {
            let halves = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            if halves.count == 2 { headers[halves[0].lowercased()] = halves[1] }
        }
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        return HTTPRequest(
            method: String(words[0]), path: String(words[1]), headers: headers, body: connection.bytes(length))
    }

    /// Does one step of a reply; false where the connection is at its end.
    private func take(_ step: HTTPReply.Step, on connection: Connection) -> Bool {
        switch step {
        case .send(let bytes): return connection.send(bytes)
        case .pause(let milliseconds): return !connection.waitForEnd(milliseconds: milliseconds)
        case .hang:
            while !isStopped, !connection.waitForEnd(milliseconds: 50) {}
            return false
        case .forever(let bytes, let milliseconds):
            while !isStopped, connection.send(bytes) {
                if milliseconds > 0, connection.waitForEnd(milliseconds: milliseconds) { break }
            }
            return false
        case .reset:
            connection.reset()
            return false
        case .close: return false
        }
    }
}
