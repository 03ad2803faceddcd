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
        guard let key = FileManager.default.contents(atPath: keyFile) else {
            throw PlainProblem(
                "there is no key", place: keyFile, remedy: "the key is made with the first `lexwatch report --warrant`",
                exitCode: .noInput)
        }
        switch Warrant.verdict(on: [UInt8](statement), key: [UInt8](key)) {
        case .genuine: return (true, "The statement is as it was signed.")
        case .changed: return (false, "The statement or its signature was changed.")
        case .foreignKey(let key): return (false, "Another key signed the statement: \(key).")
        case .unsigned: return (false, "The file carries no signature.")
        }
    }

    private func signingKey() throws -> [UInt8] {
        let files = FileManager.default
        if let key = files.contents(atPath: keyFile) {
            guard key.count == 32 else {
                throw PlainProblem(
                    "the key is damaged: it has \(key.count) bytes, not 32", place: keyFile,
                    remedy: "restore it from a backup; with a new one, older statements cannot be verified",
                    exitCode: .data)
            }
            return [UInt8](key)
        }
        var random = SystemRandomNumberGenerator()
        let key = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        // Made for the owner's eyes only before anything is in it.
        let isMade = files.createFile(atPath: keyFile, contents: Data(key), attributes: [.posixPermissions: 0o600])
        guard isMade else {
            throw PlainProblem(
                "the key cannot be written: \(FileFault.writing(keyFile))", place: keyFile,
                remedy: "make the folder writable for this user",
                exitCode: .cannotCreate)
        }
        return key
    }
}
