import Foundation
import Testing

@Suite("The reference of the configuration") struct ConfigurationReferenceTests {
    /// One mapping of a file, with a key that the program cannot know.
    struct Probe: CustomTestStringConvertible, Sendable {
        /// What goes before each of its keys in the reference's table; for the other files, nothing.
        var prefix = ""
        let file: String
        let text: String
        var testDescription: String { "\(file): \(text)" }
    }

    private static let tabled =
        [
            ("", "zzz: 1"), ("fetch.", "fetch: {zzz: 1}"), ("digest.", "digest: {zzz: 1}"),
            ("delivery.", "delivery: {zzz: 1}"), ("serve.", "serve: {zzz: 1}"),
            ("delivery.smtp.", "delivery: {smtp: {url: 'smtp://h', from: 'a <a@b.example>', zzz: 1}}"),
            ("delivery.webhooks.", "delivery: {webhooks: [{name: a, url: 'https://h.example', zzz: 1}]}"),
        ].map { Probe(prefix: $0.0, file: "lexwatch.yaml", text: "organisation: A\nfeeds: [sources.yaml]\n\($0.1)\n") }

    private static let listed =
        [
            ("register.yaml", "zzz: 1"), ("register.yaml", "owners: [{id: a, zzz: 1}]"),
            ("register.yaml", "units: [{id: a, zzz: 1}]"),
            ("register.yaml", "policies: [{id: p, title: T, owner: o, zzz: 1}]"),
            ("register.yaml", "policies: [{id: p, title: T, owner: o, sections: [{id: '1', zzz: 1}]}]"),
            ("register.yaml", "tools: [{id: t, name: T, class: approved, zzz: 1}]"),
        ].map { Probe(file: $0.0, text: $0.1 + "\n") }
        + [
            "zzz: 1", "format: page, select: {item: //li, title: ., link: /, zzz: 1}",
            "format: json, json: {items: a, title: b, link: c, zzz: 1}",
        ].map {
            Probe(
                file: "sources.yaml",
                text: "- {id: a, publisher: P, url: 'https://h.example/', jurisdiction: US, authority: court, \($0)}\n")
        }

    /// The keys of a mapping, as the program tells them to whoever writes one that it does not know.
    private func known(_ probe: Probe) throws -> [String] {
        let program = try Program.installed()
        try program.write(probe.text, to: probe.file)
        let said = try program.run("run").errors.replacingOccurrences(of: "\n", with: " ")
        let list = try #require(said.range(of: "Known keys: "), "\(probe): \(said)")
        return said[list.upperBound...].split { $0 == "," || $0 == " " }.map(String.init)
    }

    /// A section of the reference, by its heading.
    private func section(_ heading: String) throws -> String {
        let text = try String(contentsOfFile: "\(Program.data)/../docs/configuration.md", encoding: .utf8)
        let sections = text.components(separatedBy: "\n## ")
        return try #require(sections.first { $0.hasPrefix(heading) })
    }

    /// What stands in backquotes.
    private func quoted(_ text: some StringProtocol) -> Set<String> {
        Set(text.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element))
    }

    @Test("each key of lexwatch.yaml stands in its table, and nothing else does")
    func settings() throws {
        let rows = try section("lexwatch.yaml").split(separator: "\n").filter { $0.hasPrefix("| `") }
        let documented = rows.reduce(into: Set<String>()) { keys, row in
            keys.formUnion(quoted(row.split(separator: "|")[0]))
        }
        let all = try Self.tabled.flatMap { probe in try known(probe).map { probe.prefix + $0 } }
        // What only holds further keys has no row of its own.
        let expected = Set(all).filter { key in !all.contains { $0.hasPrefix("\(key).") } }
        #expect(documented.subtracting(expected).sorted() == [])
        #expect(expected.subtracting(documented).sorted() == [])
    }

    @Test("each key of the register and of the catalogue stands in the reference", arguments: listed)
    func others(probe: Probe) throws {
        let text = try section(probe.file == "register.yaml" ? "register.yaml" : "The catalogue")
        #expect(Set(try known(probe)).subtracting(quoted(text)).sorted() == [])
    }
}
