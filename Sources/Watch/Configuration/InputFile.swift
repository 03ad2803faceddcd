import Foundation
import Model

/// A file that a command is given: read whole, from a pipe, too.
enum InputFile {
    /// What a file holds.
    ///
    /// - Parameters:
    ///   - path: The file; `-` for standard input.
    ///   - what: What it is called in the message where it cannot be read.
    /// - Returns: Its bytes.
    /// - Throws: A ``Model/Problem`` with the system's reason.
    static func bytes(_ path: String, _ what: String = "the file") throws -> [UInt8] {
        let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw problem(what, path, errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count > 0 {
                bytes += buffer[..<count]
            } else if count == 0 {
                return bytes
            } else if errno != EINTR {
                throw problem(what, path, errno)
            }
        }
    }

    private static func problem(_ what: String, _ path: String, _ number: Int32) -> PlainProblem {
        PlainProblem(
            "\(what) cannot be read: \(String(cString: strerror(number)))", place: path,
            exitCode: number == EACCES ? .noPermission : .noInput)
    }
}
