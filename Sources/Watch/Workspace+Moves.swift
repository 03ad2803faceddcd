import Foundation
public import Model

/// A source whose address changed for good, as an edit of its definition.
public struct SourceMove: Encodable, Sendable {
    /// The source's name.
    public let source: ID<Source>
    /// The file and line of its address.
    public let place: String
    /// The address of the definition.
    public let from: String
    /// Where permanent redirects lead.
    public let to: String
    /// Since when they lead there.
    public let since: Instant
}

extension Workspace {
    /// The sources whose permanent redirects led to one place for some days.
    ///
    /// - Throws: A ``Model/Problem`` where configuration or database are wrong.
    public func moves() throws -> [SourceMove] {
        let files = try settings().feeds
        return try sources().compactMap { view in
            guard view.shouldMove, let to = view.movedTo, let since = view.movedSince else { return nil }
            return SourceMove(
                source: view.id,
                place: try files.lazy.compactMap { try address(of: view.id, in: $0)?.place }.first ?? "",
                from: view.url, to: to, since: since)
        }
    }

    /// Writes the new address of a source into the file that defines it.
    ///
    /// - Returns: What was changed.
    /// - Throws: A ``Model/Problem`` where the source has not moved for good, or its file cannot be changed.
    public func acceptMove(of name: ID<Source>) throws -> SourceMove {
        let name = try presentNames(of: [name], among: catalogue(settings()))[0]
        guard let move = try moves().first(where: { $0.source == name }) else {
            throw PlainProblem(
                "the source '\(name)' has not moved for good",
                remedy: "`lexwatch sources moved` lists those that have.",
                exitCode: .data)
        }
        for file in try settings().feeds {
            guard let address = try address(of: name, in: file) else { continue }
            try replace(address, with: move, in: file)
            return move
        }
        throw PlainProblem(
            "the definition of '\(name)' is not in a catalogue of YAML",
            remedy: "change its address there by hand: \(move.to)",
            exitCode: .data)
    }

    /// The address in a source's definition; nil where the file does not define it, or is no YAML.
    private func address(of name: ID<Source>, in file: String) throws -> YAMLValue? {
        guard !OPMLCatalogue.isOPML(file) else { return nil }
        for definition in try YAMLValue.load(file).list() {
            var map = try YAMLMap(definition)
            guard try map.required("id", { try $0.string() }) == name.rawValue else { continue }
            return try map.required("url") { $0 }
        }
        return nil
    }

    /// Changes one line; the file is written only if it says the same of everything else afterwards.
    private func replace(_ address: YAMLValue, with move: SourceMove, in file: String) throws {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        // By bytes: a line break of two is one character.
        var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
        let written = try address.string()
        var expected = try CatalogueFile.sources(in: file)
        for index in expected.indices where expected[index].id == move.source { expected[index].url = move.to }
        let byHand = PlainProblem(
            "the address cannot be replaced here", place: move.place, remedy: "write by hand: url: \(move.to)",
            exitCode: .data)
        guard let line = address.line.map({ $0 - 1 }), lines.indices.contains(line),
            let range = lines[line].range(of: written)
        else { throw byHand }
        lines[line].replaceSubrange(range, with: move.to)
        let changed = lines.joined(separator: "\n")
        guard let sources = try? YAMLValue.parse(changed, file: file).list().map(CatalogueFile.source),
            sources == expected
        else { throw byHand }
        do {
            try TextFile.replace(file, with: changed)
        } catch {
            throw PlainProblem(
                "the catalogue cannot be written: \(FileFault.writing(file))", place: file,
                remedy: "check who may write there, or copy the file to the configuration and list the copy",
                exitCode: .cannotCreate)
        }
    }
}
