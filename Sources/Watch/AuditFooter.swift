import Foundation
import Model
import Store

/// The head of the audit log as a digest's footer carries it: `12:` and 64 hexadecimal digits.
enum AuditFooter {
    /// The head in a message or digest file.
    ///
    /// - Throws: A ``Model/Problem`` where the file cannot be read or carries no head.
    static func head(inFile file: String) throws -> AuditHead {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw PlainProblem(
                "the message cannot be read: \(FileFault.reading(file))", place: file, exitCode: .noInput)
        }
        guard let head = head(in: [UInt8](data)) else {
            throw PlainProblem(
                "the message carries no head of an audit log", place: file,
                remedy: "name a digest of lexwatch, as a file or saved from the mail program", exitCode: .data)
        }
        return head
    }

    /// Finds the head: in JSON under its key, elsewhere the last one that stands in no calendar. Titles that feeds
    /// brought along, whatever they say, stand before the footer or in a calendar.
    static func head(in bytes: [UInt8]) -> AuditHead? {
        if let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] {
            return (object["auditHead"] as? String).flatMap { lastHead(in: Array($0.utf8)) }
        }
        return lastHead(in: withoutCalendars(decoded(bytes)))
    }

    private static func lastHead(in text: [UInt8]) -> AuditHead? {
        var last: AuditHead?
        var index = 0
        while index < text.count {
            let start = index
            while index < text.count, isHexadecimal(text[index]) { index += 1 }
            if index - start == 64, start > 1, text[start - 1] == 0x3A {
                var first = start - 1
                while first > 0, (0x30...0x39).contains(text[first - 1]) { first -= 1 }
                if let number = Int64(String(decoding: text[first..<start - 1], as: UTF8.self)) {
                    last = AuditHead(number: number, hash: String(decoding: text[start..<index], as: UTF8.self))
                }
            }
            index += 1
        }
        return last
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }

    /// The text without the lines between the beginning and the end of each calendar.
    private static func withoutCalendars(_ text: [UInt8]) -> [UInt8] {
        var kept: [ArraySlice<UInt8>] = []
        var calendar: Int?
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let words = line.last == 0x0D ? line.dropLast() : line
            if words.elementsEqual("BEGIN:VCALENDAR".utf8) { calendar = kept.count }
            kept.append(line)
            if let begin = calendar, words.elementsEqual("END:VCALENDAR".utf8) {
                kept.removeSubrange(begin...)
                calendar = nil
            }
        }
        return Array(kept.joined(separator: [0x0A]))
    }

    /// A message with its base64 parts decoded, and without the soft line breaks of quoted-printable ones; any other
    /// file is as it was, as far as heads go.
    private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var encoded: [UInt8]?
        var isDeclared = false
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let words = line.last == 0x0D ? line.dropLast() : line
            if let part = encoded {
                guard words.starts(with: "--".utf8) else {
                    encoded = part + words
                    continue
                }
                result += base64(part)
                (encoded, isDeclared) = (nil, false)
            }
            let declaration = String(decoding: words.prefix(80), as: UTF8.self).lowercased()
            if declaration.hasPrefix("content-transfer-encoding:") { isDeclared = declaration.hasSuffix("base64") }
            if isDeclared, words.isEmpty { encoded = [] }
            if words.last == 0x3D { result += words.dropLast() } else { result += words + [0x0A] }
        }
        return result + base64(encoded ?? [])
    }

    private static func base64(_ lines: [UInt8]) -> [UInt8] {
        [UInt8](Data(base64Encoded: Data(lines), options: .ignoreUnknownCharacters) ?? Data()) + [0x0A]
    }
}
