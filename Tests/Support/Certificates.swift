import Foundation

/// Certificates made for one test run by the `openssl` command, in a folder of their own.
public struct Certificates: Sendable {
    /// A certificate and its key, as PEM files.
    public struct Pair: Sendable {
        /// The certificate's file.
        public let certificate: String
        /// The key's file.
        public let key: String
    }

    /// The authority that the others are signed by: the file to trust.
    public let authority: String
    /// For `localhost` and `127.0.0.1`, valid.
    public let good: Pair
    /// For the same, but its time is over.
    public let expired: Pair
    /// For the same, signed by itself.
    public let selfSigned: Pair
    /// Valid for another host.
    public let otherHost: Pair

    /// Makes them.
    ///
    /// - Parameter folder: An existing folder.
    /// - Throws: Where the `openssl` command is missing or refuses.
    public init(in folder: String) throws {
        let maker = Maker(folder: folder)
        let authority = try maker.selfSigned("authority", names: nil)
        self.authority = authority.certificate
        good = try maker.signed("good", names: "DNS:localhost,IP:127.0.0.1", by: authority)
        expired = try maker.signed("expired", names: "DNS:localhost,IP:127.0.0.1", by: authority, isExpired: true)
        selfSigned = try maker.selfSigned("selfsigned", names: "DNS:localhost,IP:127.0.0.1")
        otherHost = try maker.signed("other", names: "DNS:other.example", by: authority)
    }
}

private struct Maker {
    let folder: String
    private static let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]

    func pair(_ name: String) -> Certificates.Pair {
        Certificates.Pair(certificate: "\(folder)/\(name).pem", key: "\(folder)/\(name).key")
    }

    func selfSigned(_ name: String, names: String?) throws -> Certificates.Pair {
        let pair = pair(name)
        let extensions = names.map { ["-addext", "subjectAltName=\($0)"] } ?? []
        try openssl(
            ["req", "-x509", "-days", "2", "-subj", "/CN=\(name)", "-keyout", pair.key, "-out", pair.certificate]
                + Self.newKey + extensions)
        return pair
    }

    func signed(_ name: String, names: String, by authority: Certificates.Pair, isExpired: Bool = false) throws
        -> Certificates.Pair
    {
        let pair = pair(name)
        let (request, extensions) = ("\(folder)/\(name).csr", "\(folder)/\(name).ext")
        try Data("subjectAltName=\(names)\n".utf8).write(to: URL(fileURLWithPath: extensions))
        try openssl(["req", "-subj", "/CN=\(name)", "-keyout", pair.key, "-out", request] + Self.newKey)
        let sign = [
            "x509", "-req", "-in", request, "-CA", authority.certificate, "-CAkey", authority.key, "-CAcreateserial",
            "-extfile", extensions, "-out", pair.certificate,
        ]
        guard isExpired else {
            try openssl(sign + ["-days", "2"])
            return pair
        }
        // Newer versions of OpenSSL refuse an age below zero, older ones cannot name the moments.
        do { try openssl(sign + ["-days", "-1"]) } catch {
            try openssl(sign + ["-not_before", "20200101000000Z", "-not_after", "20200102000000Z"])
        }
        return pair
    }

    private func openssl(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let words = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw LoopbackFailure("openssl \(arguments.first ?? ""): \(String(decoding: words, as: UTF8.self))")
        }
    }
}
