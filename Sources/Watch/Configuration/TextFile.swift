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

    private static func problem(_ file: String, line: Int) -> ConfigurationProblem {
        ConfigurationProblem(
            "the file is not in UTF-8", place: "\(file):\(line)", remedy: "save it in the encoding UTF-8")
    }
}
