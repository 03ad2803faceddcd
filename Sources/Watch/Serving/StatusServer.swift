import Foundation
import Glibc
import Model
import Synchronization

/// Answers two fixed addresses over HTTP/1.1 (RFC 9112), one request a connection, on a thread of its own.
///
/// It is bounded in every direction: 4 KB of request, two seconds, one connection at a time. A framework would bring
/// more code than this program has, for two pages that no browser needs.
final class StatusServer: Sendable {
    /// What is asked for.
    struct Request: Equatable, Sendable {
        var method: String
        var target: String
        var host: String?
    }

    /// What is answered.
    struct Reply: Equatable, Sendable {
        var status: String
        var type = "text/plain; charset=utf-8"
        var body: String
    }

    /// Bytes of a request that are read, and milliseconds that one connection may take.
    private static let (mostBytes, mostMilliseconds) = (4096, 2000)

    private let descriptor: Int32
    private let isStopped = Atomic(false)

    /// Begins to listen.
    ///
    /// - Throws: A problem where the place is taken or not permitted.
    init(_ place: ListeningPlace, answer: @escaping @Sendable (Request) -> Reply) throws {
        do {
            descriptor = try place.listen()
        } catch {
            throw PlainProblem(
                "state cannot be told at \(place): \(String(cString: strerror(error.code)))", place: "serve.listen",
                remedy: "name a free port or another path there, or none; see who holds it: ss -lnptx",
                exitCode: .temporary)
        }
        let thread = Thread { [self] in accept(answer) }
        thread.name = "status"
        thread.start()
    }

    deinit { close(descriptor) }

    /// Ends the listening; a request in hand is answered.
    func stop() {
        isStopped.store(true, ordering: .releasing)
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    private func accept(_ answer: @Sendable (Request) -> Reply) {
        while !isStopped.load(ordering: .acquiring) {
            let connection = Glibc.accept(descriptor, nil, nil)
            guard connection >= 0 else {
                // Too many open files, or a client that went away; a short rest instead of a busy loop.
                if !isStopped.load(ordering: .acquiring) { usleep(50_000) }
                continue
            }
            _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
            serve(connection, answer)
            close(connection)
        }
    }

    private func serve(_ connection: Int32, _ answer: @Sendable (Request) -> Reply) {
        var timeout = timeval(tv_sec: 2, tv_usec: 0)
        setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        guard let head = readHead(connection) else { return }
        let reply: Reply
        if let request = Request(head: head) {
            reply = answer(request)
        } else {
            reply = Reply(status: "400 Bad Request", body: "That is no request.\n")
        }
        send(Array(reply.wire(withBody: !head.starts(with: Array("HEAD ".utf8))).utf8), to: connection)
    }

    /// The bytes up to the empty line; nil where it does not come in time or size.
    private func readHead(_ connection: Int32) -> [UInt8]? {
        let end = ContinuousClock.now + .milliseconds(Self.mostMilliseconds)
        var head: [UInt8] = []
        while head.count < Self.mostBytes {
            let rest = ContinuousClock.now.duration(to: end)
            guard rest > .zero else { return nil }
            var wait = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
            guard poll(&wait, 1, Int32(rest / .milliseconds(1)) + 1) > 0 else { return nil }
            var buffer = [UInt8](repeating: 0, count: Self.mostBytes - head.count)
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            head += buffer[..<count]
            if head.isHeadWhole { return head }
        }
        return nil
    }

    private func send(_ bytes: [UInt8], to connection: Int32) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
        shutdown(connection, Int32(SHUT_WR))
    }
}

extension [UInt8] {
    /// Whether the empty line that ends a request's head has come.
    fileprivate var isHeadWhole: Bool {
        guard count >= 4 else { return false }
        return (0...count - 4).contains {
            self[$0] == 13 && self[$0 + 1] == 10 && self[$0 + 2] == 13 && self[$0 + 3] == 10
        }
    }
}

extension StatusServer.Request {
    /// Reads the head of a request; nil where it is none.
    init?(head: [UInt8]) {
        let lines = head.split(whereSeparator: { $0 == 13 || $0 == 10 })
        guard let first = lines.first else { return nil }
        let words = first.split(separator: 0x20, omittingEmptySubsequences: false)
        guard words.count == 3, words[2].starts(with: Array("HTTP/1.".utf8)), !words[0].isEmpty, !words[1].isEmpty
        else { return nil }
        method = String(decoding: words[0], as: UTF8.self)
        target = String(decoding: words[1], as: UTF8.self)
        for line in lines.dropFirst() {
            let parts = line.split(separator: 0x3A, maxSplits: 1)
            guard parts.count == 2, String(decoding: parts[0], as: UTF8.self).lowercased() == "host" else { continue }
            host = String(decoding: parts[1].filter { $0 != 0x20 && $0 != 0x09 }, as: UTF8.self)
        }
    }
}

extension StatusServer.Reply {
    /// The reply as it goes over the wire.
    func wire(withBody: Bool) -> String {
        "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n"
            + "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
            + (withBody ? body : "")
    }
}
