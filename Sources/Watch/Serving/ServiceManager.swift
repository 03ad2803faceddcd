import Foundation
import Glibc

/// Tells the service manager how the service stands: sd_notify(3)'s datagrams, without libsystemd.
public struct ServiceManager: Sendable {
    private let address: String?
    /// Seconds within which the manager wants a sign of life; nil where it wants none.
    public let watchdog: Double?

    /// The manager that the environment names, if any (`NOTIFY_SOCKET`, `WATCHDOG_USEC`, `WATCHDOG_PID`).
    public init(environment: [String: String]) {
        address = environment["NOTIFY_SOCKET"].flatMap { $0.isEmpty ? nil : $0 }
        let isOurs = environment["WATCHDOG_PID"].map { $0 == String(getpid()) } ?? true
        let microseconds = isOurs ? environment["WATCHDOG_USEC"].flatMap { UInt64($0) } : nil
        watchdog = microseconds.flatMap { $0 > 0 ? Double($0) / 1_000_000 : nil }
    }

    /// Says that the service is ready, and what it does.
    public func ready(_ status: String) { send("READY=1\nSTATUS=\(oneLine(status))") }

    /// Says what the service does.
    public func status(_ text: String) { send("STATUS=\(oneLine(text))") }

    /// Says that the configuration is read again; `ready` ends it.
    public func reloading() {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        let microseconds = UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_nsec) / 1000
        send("RELOADING=1\nMONOTONIC_USEC=\(microseconds)")
    }

    /// Gives a sign of life.
    public func alive() { send("WATCHDOG=1") }

    /// Says that the service is about to end.
    public func stopping() { send("STOPPING=1") }

    private func oneLine(_ text: String) -> String {
        String(decoding: text.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    }

    /// A manager that went away is no reason to stop.
    private func send(_ text: String) {
        guard let address, let (name, length) = UnixAddress.make(address) else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        withUnsafePointer(to: name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, length)
            }
        }
    }
}

/// Addresses of Unix sockets.
enum UnixAddress {
    /// A path, or a name in the abstract namespace after `@` (unix(7)); nil where it is too long.
    static func make(_ path: String) -> (sockaddr_un, socklen_t)? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(path.utf8)
        let isAbstract = bytes.first == UInt8(ascii: "@")
        if isAbstract { bytes[0] = 0 }
        guard !bytes.isEmpty, bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let head = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? 2
        return (address, socklen_t(head + bytes.count + (isAbstract ? 0 : 1)))
    }
}
