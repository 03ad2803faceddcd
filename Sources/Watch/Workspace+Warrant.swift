import Foundation
import Model
import Register

extension Workspace {
    /// The key that signs statements, beside the database.
    private var keyFile: String { (paths.database as NSString).deletingLastPathComponent + "/warrant.key" }

    /// The statement of having watched in a period, signed with the installation's key, which is made at the first use.
    ///
    /// - Parameter period: The period, as for ``report(_:form:)``.
    /// - Returns: The statement.
    /// - Throws: A ``Model/Problem`` where the report cannot be made, or the key not be read or written.
    public func warrant(_ period: String) throws -> String {
        let report = try report(named(period))
        return Warrant(report, key: try signingKey()).text
    }

    /// Whether a statement is as it was signed here.
    ///
    /// - Parameter file: The statement.
    /// - Returns: Whether it is, and the verdict in words.
    /// - Throws: A ``Model/Problem`` where statement or key cannot be read.
    public func verifyWarrant(_ file: String) throws -> (isGenuine: Bool, text: String) {
        guard let statement = FileManager.default.contents(atPath: file) else {
            throw PlainProblem(
                "the statement cannot be read: \(FileFault.reading(file))", place: file, exitCode: .noInput)
        }
        guard let key = try storedKey() else {
            throw PlainProblem(
                "there is no key", place: keyFile, remedy: "the key is made with the first `lexwatch report --warrant`",
                exitCode: .noInput)
        }
        switch Warrant.verdict(on: [UInt8](statement), key: key) {
        case .genuine: return (true, "The statement is as it was signed.")
        case .changed: return (false, "The statement or its signature was changed.")
        case .foreignKey(let key): return (false, "Another key signed the statement: \(key).")
        case .unsigned: return (false, "The file carries no signature.")
        }
    }

    /// The key that is there; nil where there is none yet.
    private func storedKey() throws -> [UInt8]? {
        if let key = FileManager.default.contents(atPath: keyFile) { return [UInt8](key) }
        // One that is kept from this user is not to be replaced: nothing that it signed could be verified.
        guard !FileFault.isForbidden(keyFile) else { throw Self.forbidden(keyFile) }
        return nil
    }

    private func signingKey() throws -> [UInt8] {
        if let key = try storedKey() {
            guard key.count == 32 else {
                throw PlainProblem(
                    "the key is damaged: it has \(key.count) bytes, not 32", place: keyFile,
                    remedy: "restore it from a backup; with a new one, older statements cannot be verified",
                    exitCode: .data)
            }
            return key
        }
        var random = SystemRandomNumberGenerator()
        let key = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        // Made for the owner's eyes only before anything is in it; one that came meanwhile is not replaced.
        let descriptor = open(keyFile, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        defer { if descriptor >= 0 { close(descriptor) } }
        guard descriptor >= 0, write(descriptor, key, key.count) == key.count, fsync(descriptor) == 0 else {
            if descriptor >= 0 { unlink(keyFile) }
            throw PlainProblem(
                "the key cannot be written: \(FileFault.writing(keyFile))", place: keyFile,
                remedy: "make the folder writable for this user",
                exitCode: .cannotCreate)
        }
        return key
    }
}
