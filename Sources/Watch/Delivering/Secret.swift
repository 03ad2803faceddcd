import Foundation
import Model

/// Secrets come from files, never from a command line.
enum Secret {
    /// Where a secret is: among the service's credentials where they have one of the file's name
    /// (systemd.exec(5), `LoadCredential`), else where the configuration says.
    static func path(of file: String) -> String {
        guard let folder = ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"] else { return file }
        let credential = "\(folder)/\((file as NSString).lastPathComponent)"
        return FileManager.default.fileExists(atPath: credential) ? credential : file
    }

    /// Where the services' units look for a secret.
    static func credstore(_ file: String) -> String {
        "/etc/credstore/lexwatch.\((file as NSString).lastPathComponent)"
    }

    /// The bytes of a secret without the line end.
    static func bytes(_ file: String) throws -> [UInt8] {
        let path = path(of: file)
        guard let data = FileManager.default.contents(atPath: path) else {
            let reason = access(path, R_OK) == 0 ? "it is no file" : String(cString: strerror(errno))
            throw PlainProblem(
                "the secret cannot be read: \(reason)", place: path,
                remedy:
                    "lexwatch.yaml names it (password-file, secret-file or url-file): write it there, readable by lexwatch "
                    + "only, or for the services alone to \(credstore(file))",
                exitCode: .configuration)
        }
        var bytes = [UInt8](data)
        while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
        return bytes
    }

    /// The text of a secret without the line end.
    static func read(_ file: String) throws -> String { String(decoding: try bytes(file), as: UTF8.self) }
}
