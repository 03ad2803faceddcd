import Model
import Register
import Tagging

/// Reads the policies' own documents: the authorities that they cite, and where.
struct PolicyReader {
    /// What each document cites.
    let documents: [ID<Policy>: [DocumentCitation]]

    /// Documents longer than this, in bytes, are read up to it.
    private static let longest = 4_000_000

    /// Reads the documents of a register; one that cannot be read was reported when the register was checked.
    init(_ register: PolicyRegister) {
        var documents: [ID<Policy>: [DocumentCitation]] = [:]
        for policy in register.policies {
            guard let file = policy.document, let bytes = try? TextFile.bytes(file) else { continue }
            let text = String(decoding: bytes.prefix(Self.longest), as: UTF8.self)
            let isHTML = file.hasSuffix(".html") || file.hasSuffix(".htm")
            let plain = isHTML ? HeadedText.of(text) : text
            let found = CitationScanner.citations(in: plain).compactMap { proven in
                proven.evidence.first.map { (citation: proven.value, offset: $0.offset) }
            }
            documents[policy.id] = PolicyDocument(plain).citations(found)
        }
        self.documents = documents
    }

    /// What keeps documents from being read, or from being read whole.
    static func findings(in register: PolicyRegister) -> [RegisterFinding] {
        register.policies.enumerated().compactMap { index, policy in
            policy.document.flatMap { finding(in: $0, at: "policies[\(index)].document") }
        }
    }

    private static func finding(in file: String, at path: String) -> RegisterFinding? {
        do {
            guard let bytes = try TextFile.bytes(file) else {
                return RegisterFinding(
                    path: path, what: "\(file): the document cannot be read: \(FileFault.reading(file))",
                    remedy: "name a file of text, Markdown or HTML")
            }
            guard bytes.count > longest else { return nil }
            return RegisterFinding(
                path: path, what: "\(file): the document is read up to \(longest / 1_000_000) MB only",
                remedy: "split it, or leave out what is no text", isError: false)
        } catch {
            let problem = error as? ConfigurationProblem
            return RegisterFinding(
                path: path, what: "\(problem?.place ?? file): \(problem?.what ?? "the document cannot be read")",
                remedy: problem?.remedy ?? "name a file of text, Markdown or HTML")
        }
    }

    /// Every section with an authority that it relies on, by the register or by its own text.
    func sections(of register: PolicyRegister) -> [Reliance.Section] {
        register.policies.flatMap { policy in
            let name = policy.id.rawValue
            let whole = policy.reliesOn.map { Reliance.Section(policy: name, section: nil, authority: $0) }
            let sections = policy.sections.flatMap { section in
                section.reliesOn.map { Reliance.Section(policy: name, section: section.id, authority: $0) }
            }
            let cited = (documents[policy.id] ?? []).map {
                Reliance.Section(policy: name, section: $0.section, authority: $0.citation)
            }
            return whole + sections + cited
        }
    }
}
