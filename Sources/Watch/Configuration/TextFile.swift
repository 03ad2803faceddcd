import Foundation
import Model

/// A file that people write: UTF-8, with or without a byte order mark.
enum TextFile {
    /// The bytes of a file without the byte order mark; nil where the file cannot be read.
    ///
    /// - Throws: ``ConfigurationProblem`` with the line that is not UTF-8.
    static func bytes(_ file: String) throws -> [UInt8]? {
        guard let data = FileManager.default.contents(atPath: file) else { return nil }
        let bytes = [UInt8](data)
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw problem(file, line: 1) }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
        guard String(validating: text, as: UTF8.self) == nil else { return text }
        var line = 1
        for part in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil { throw problem(file, line: line) }
            line += 1
        }
        throw problem(file, line: 1)
    }

    /// Replaces what a file holds, whole or not at all. Its rights and, as far as may be, its owner stay; a link to it
    /// stays one.
    ///
    /// - Throws: `POSIXError` where it cannot be written.
    static func replace(_ file: String, with text: String) throws {
        let path = URL(fileURLWithPath: file).resolvingSymlinksInPath().path
        let draft = "\(path).\(getpid()).new"
        var before = stat()
        let isThere = stat(path, &before) == 0
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw fault() }
        defer { close(descriptor) }
        if isThere {
            // Giving it away takes away rights, and is for root alone.
            _ = fchown(descriptor, before.st_uid, before.st_gid)
            _ = fchmod(descriptor, before.st_mode & 0o7777)
        }
        do {
            try write(Array(text.utf8), to: descriptor)
            guard fsync(descriptor) == 0, rename(draft, path) == 0 else { throw fault() }
        } catch {
            unlink(draft)
            throw error
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw fault() }
            rest = rest.dropFirst(count)
        }
    }

    private static func fault() -> POSIXError { POSIXError(POSIXError.Code(rawValue: errno) ?? .EIO) }

    private static func problem(_ file: String, line: Int) -> ConfigurationProblem {
        ConfigurationProblem(
            "the file is not in UTF-8", place: "\(file):\(line)", remedy: "save it in the encoding UTF-8")
    }
}
