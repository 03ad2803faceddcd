import Foundation
import Model
import Mustache

/// The templates of all forms: built in, or overridden by files of an operator.
public struct Templates: Sendable {
    private var libraries: [Form: MustacheLibrary] = [:]

    /// The templates that are built in.
    public static let standard = Templates(sources: Templates.builtIn)

    /// The built-in templates, with those replaced that a folder has: `digest.html.mustache`, `question.txt.mustache`.
    ///
    /// - Parameter folder: The folder's path.
    /// - Throws: `PlainProblem` where a file is no template, or uses a name that no digest has.
    public init(overriddenBy folder: String) throws {
        self = .standard
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            throw PlainProblem("the folder of templates cannot be read", place: folder, exitCode: .noInput)
        }
        for name in names where name.hasSuffix(".mustache") { try override(with: name, in: folder) }
    }

    /// The names and texts of the built-in templates, for an operator to start from.
    public static var files: [String: String] {
        var files: [String: String] = [:]
        for (form, sources) in builtIn {
            for (name, text) in sources { files["\(name).\(form.fileExtension).mustache"] = text }
        }
        return files
    }

    /// Writes the built-in templates into a folder; a file that is there stays as it is.
    ///
    /// - Parameter folder: The folder's path.
    /// - Returns: The names of the files that were written, sorted.
    /// - Throws: `PlainProblem` where a file cannot be written.
    public static func write(into folder: String) throws -> [String] {
        let manager = FileManager.default
        let new = files.keys.sorted().filter { !manager.fileExists(atPath: "\(folder)/\($0)") }
        do {
            try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for name in new {
                try Data((files[name] ?? "").utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
            }
        } catch {
            throw PlainProblem("the templates cannot be written", place: folder, exitCode: .cannotCreate)
        }
        return new
    }

    static let builtIn: [Form: [String: String]] = [
        .html: htmlTemplates, .text: writtenTemplates.merging(textTemplates) { $1 },
        .markdown: writtenTemplates.merging(markdownTemplates) { $1 },
    ]

    private init(sources: [Form: [String: String]]) {
        for (form, texts) in sources {
            var library = MustacheLibrary()
            for (name, text) in texts {
                // A built-in template that does not parse renders nothing; a test reads them all.
                try? library.register(Templates.prepared(text), named: name)
            }
            libraries[form] = library
        }
    }

    /// Values are escaped before they enter, so that the library must not do so again, nor by characters.
    static func prepared(_ text: String) -> String { "{{% CONTENT_TYPE:TEXT}}\n" + text }

    /// Renders a scope; nil where the form has no such template.
    func render(_ scope: Scope, _ template: String, as form: Form) -> String? {
        libraries[form]?.render(scope, withTemplate: template)
    }

    private mutating func override(with file: String, in folder: String) throws {
        let path = folder + "/" + file
        let parts = file.split(separator: ".").map(String.init)
        guard parts.count == 3, let form = Form.allCases.first(where: { $0.fileExtension == parts[1] }),
            Templates.builtIn[form]?[parts[0]] != nil
        else {
            let known = Templates.files.keys.sorted().joined(separator: ", ")
            throw PlainProblem(
                "no template has this name", place: path, remedy: "Known: \(known).", exitCode: .configuration)
        }
        guard let data = FileManager.default.contents(atPath: path), let text = String(bytes: data, encoding: .utf8)
        else {
            throw PlainProblem("the template is no UTF-8 text", place: path, exitCode: .configuration)
        }
        do {
            try libraries[form]?.register(Templates.prepared(text), named: parts[0])
        } catch {
            throw PlainProblem(
                "not a Mustache template: \(error)", place: path,
                remedy: "Compare with the built-in one: `lexwatch digest --write-templates DIR`.",
                exitCode: .configuration)
        }
        try refuseUnknownNames(form, path)
    }

    private func refuseUnknownNames(_ form: Form, _ path: String) throws {
        let missing = DigestRenderer(templates: self).missingNames(in: form)
        guard missing.isEmpty else {
            throw PlainProblem(
                "the template uses names that no digest has: \(missing.sorted().joined(separator: ", "))", place: path,
                remedy: "Compare with the built-in one: `lexwatch digest --write-templates DIR`.",
                exitCode: .configuration)
        }
    }
}
