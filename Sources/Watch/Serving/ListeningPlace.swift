import Glibc

/// A place that only this machine can reach: a port of the loopback network, or a Unix socket.
enum ListeningPlace: Equatable, Sendable {
    case port(host: String, UInt16)
    case socket(path: String)

    /// Reads `127.0.0.1:8414`, `[::1]:8414`, `localhost:8414` or `unix:/path`; nil for anything else.
    init?(_ text: String) {
        if text.hasPrefix("unix:/") {
            let path = String(text.dropFirst(5))
            guard UnixAddress.make(path) != nil else { return nil }
            self = .socket(path: path)
            return
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let port = parts.last.flatMap({ UInt16($0) }) else { return nil }
        let host = parts.dropLast().joined(separator: ":")
        guard ["127.0.0.1", "[::1]", "localhost"].contains(host) else { return nil }
        self = .port(host: host == "localhost" ? "127.0.0.1" : host, port)
    }

    /// A socket that listens there.
    ///
    /// - Throws: The system's error number.
    func listen() throws(ListenFailure) -> Int32 {
        switch self {
        case .port("[::1]", let port):
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_port = port.bigEndian
            address.sin6_addr = in6addr_loopback
            return try open(AF_INET6, address, socklen_t(MemoryLayout.size(ofValue: address)))
        case .port(_, let port):
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
            return try open(AF_INET, address, socklen_t(MemoryLayout.size(ofValue: address)))
        case .socket(let path):
            guard let (address, length) = UnixAddress.make(path) else { throw ListenFailure(code: ENAMETOOLONG) }
            removeStale(path)
            let descriptor = try open(AF_UNIX, address, length)
            chmod(path, 0o660)
            return descriptor
        }
    }

    private func open<Address>(
        _ family: Int32, _ address: Address, _ length: socklen_t
    ) throws(ListenFailure) -> Int32 {
        let descriptor = Glibc.socket(family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw ListenFailure(code: errno) }
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        let isBound = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) == 0 }
        }
        guard isBound, Glibc.listen(descriptor, 16) == 0 else {
            let code = errno
            close(descriptor)
            throw ListenFailure(code: code)
        }
        return descriptor
    }

    /// Removes the socket that a service which was killed left behind; anything else at the path stays.
    private func removeStale(_ path: String) {
        var status = stat()
        if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK { unlink(path) }
    }
}

/// Why nothing can listen at a place.
struct ListenFailure: Error {
    /// The system's error number.
    let code: Int32
}
