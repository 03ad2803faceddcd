import Foundation
import Model
import Yams

/// A catalogue file that a definition is appended to; it may be missing, or hold no source yet.
struct CatalogueTarget {
    /// The file as a person named it.
    private let file: String
    /// Its absolute path.
    let path: String
    /// The path without links: two of them may be one file.
    var resolved: String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

    init(_ file: String) {
        self.file = file
        path = URL(fileURLWithPath: file).standardizedFileURL.path
    }

    /// Whether it is missing, or holds nothing but white space and comments.
    var isBlank: Bool {
        guard FileManager.default.fileExists(atPath: path) else { return true }
        let bytes = try? TextFile.bytes(path)
        return bytes.map { !Self.holdsText(String(decoding: $0, as: UTF8.self)) } ?? false
    }

    /// The text with a definition behind what is there.
    ///
    /// - Throws: Where the file cannot be read, or holds no list of lines that begin with a dash.
    func text(with definition: String) throws -> String {
        guard FileManager.default.fileExists(atPath: path) else { return definition + "\n" }
        guard let bytes = try TextFile.bytes(path) else {
            throw PlainProblem(
                "the catalogue cannot be read: \(FileFault.reading(path))", place: file, exitCode: .noInput)
        }
        var before = String(decoding: bytes, as: UTF8.self)
        var indent = Substring()
        if Self.holdsText(before) {
            let value = try YAMLValue.parse(before, file: file)
            guard case .sequence(let sequence) = value.node else {
                throw value.problem("this is no catalogue", remedy: "name a file that lists sources, or a new one")
            }
            if sequence.isEmpty {
                before = Self.lines(of: before).filter(Self.isComment).map { $0 + "\n" }.joined()
            } else if Self.lines(of: before).first(where: { !Self.isComment($0) })?.drop(while: { $0 == " " }).first
                == "["
            {
                throw value.problem(
                    "the list stands in brackets", remedy: "write each source on lines of its own, after a dash")
            }
            indent = Self.lines(of: before).first { Self.isElement($0) }?.prefix { $0 == " " } ?? ""
        }
        let lines = Self.lines(of: definition).map { indent + $0 }.joined(separator: "\n")
        let text = before + (before.isEmpty || before.hasSuffix("\n") ? "" : "\n") + lines + "\n"
        _ = try YAMLValue.parse(text, file: file).list().map { try CatalogueFile.source($0) }
        return text
    }

    /// Replaces the file.
    func write(_ text: String) throws {
        do {
            try TextFile.replace(path, with: text)
        } catch {
            throw PlainProblem(
                "the catalogue cannot be written: \(FileFault.writing(path))", place: file,
                remedy: "name another file, or see who may write there", exitCode: .cannotCreate)
        }
    }

    private static func holdsText(_ text: String) -> Bool { lines(of: text).contains { !isComment($0) } }

    private static func lines(of text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    }

    private static func isComment(_ line: Substring) -> Bool {
        let first = line.first { $0 != " " && $0 != "\t" }
        return first == nil || first == "#"
    }

    private static func isElement(_ line: Substring) -> Bool {
        let text = line.drop { $0 == " " }
        return text.hasPrefix("- ") || text == "-"
    }
}
