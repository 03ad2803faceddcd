import Glibc

/// What a service manager listens at: a Unix socket that takes sd_notify(3)'s datagrams.
public final class NotifySocket: Sendable {
    /// The socket's path, for `NOTIFY_SOCKET`.
    public let path: String
    private let descriptor: Int32

    /// Begins to listen.
    ///
    /// - Throws: Where the path is taken or too long.
    public init(path: String) throws {
        self.path = path
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw SocketFailure(code: ENAMETOOLONG)
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let isBound = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
        guard isBound else { throw SocketFailure(code: errno) }
    }

    deinit {
        close(descriptor)
        unlink(path)
    }

    /// Waits for the next message.
    ///
    /// - Parameter milliseconds: How long to wait.
    /// - Returns: The message; nil where none comes in time.
    public func next(milliseconds: Int32 = 30_000) -> String? {
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&wait, 1, milliseconds) > 0 else { return nil }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }

    /// Waits for a message that holds a text.
    ///
    /// - Parameter text: The text.
    /// - Returns: Whether it came before there was silence.
    public func waits(for text: String) -> Bool {
        while let message = next() { if message.contains(text) { return true } }
        return false
    }

    private struct SocketFailure: Error { let code: Int32 }
}
