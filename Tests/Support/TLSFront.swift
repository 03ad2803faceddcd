import Foundation

/// Puts TLS in front of a plain loopback server, by a small program of Python's standard library.
public final class TLSFront: Sendable {
    /// When the connection is secured.
    public enum Mode: String, Sendable {
        /// From the first byte, as https and smtps have it.
        case direct
        /// After the client's STARTTLS.
        case startTLS
    }

    private let process: ProcessBox
    /// The program ends when this is closed, be it that the whole test process dies.
    private let lifeline = Pipe()
    /// The port.
    public let port: Int

    /// `@unchecked`: set up before it is shared, and only ever terminated.
    private struct ProcessBox: @unchecked Sendable { let process: Process }

    /// Starts a front.
    ///
    /// - Parameters:
    ///   - backend: The plain server's port.
    ///   - certificate: What to show; its files must outlive the front.
    ///   - mode: When the connection is secured.
    /// - Throws: Where Python 3 is missing or does not start.
    public init(to backend: Int, showing certificate: Certificates.Pair, mode: Mode = .direct) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c", Self.program, String(backend), certificate.certificate, certificate.key, mode.rawValue,
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardInput = lifeline
        try process.run()
        var line: [UInt8] = []
        while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A { line.append(byte) }
        guard let port = Int(String(decoding: line, as: UTF8.self)) else {
            throw LoopbackFailure("python3 does not serve TLS")
        }
        self.port = port
        self.process = ProcessBox(process: process)
    }

    deinit { stop() }

    /// Ends the front. It inherited a thread's blocked signals, so that only SIGKILL is sure to reach it.
    public func stop() { kill(process.process.processIdentifier, SIGKILL) }

    private static let program = """
        import os, socket, ssl, sys, threading
        threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
        backend, cert, key, mode = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(cert, key)
        listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        print(listener.getsockname()[1], flush=True)

        def copy(source, target):
            try:
                while True:
                    data = source.recv(65536)
                    if not data:
                        break
                    target.sendall(data)
            except OSError:
                pass
            for each in (source, target):
                try:
                    each.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass

        def reply(stream):
            lines = []
            while True:
                lines.append(stream.readline())
                if lines[-1][3:4] != b"-":
                    return lines

        def until_starttls(client, server):
            there, here = server.makefile("rb"), client.makefile("rb", buffering=0)
            client.sendall(b"".join(reply(there)))
            while True:
                line = here.readline()
                if not line:
                    return False
                if line.upper().startswith(b"STARTTLS"):
                    client.sendall(b"220 go ahead\\r\\n")
                    return True
                server.sendall(line)
                lines = reply(there)
                if line.upper().startswith(b"EHLO"):
                    lines[0] = lines[0][:3] + b"-" + lines[0][4:]
                    lines.append(b"250 STARTTLS\\r\\n")
                    lines[-2] = lines[-2][:3] + b"-" + lines[-2][4:]
                client.sendall(b"".join(lines))

        def serve(client):
            server = socket.create_connection(("127.0.0.1", backend))
            try:
                if mode == "startTLS" and not until_starttls(client, server):
                    return
                client = context.wrap_socket(client, server_side=True)
            except OSError:
                client.close()
                server.close()
                return
            threading.Thread(target=copy, args=(client, server), daemon=True).start()
            copy(server, client)

        while True:
            client, _ = listener.accept()
            threading.Thread(target=serve, args=(client,), daemon=True).start()
        """
}
