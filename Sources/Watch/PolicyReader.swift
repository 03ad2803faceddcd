import Foundation
import Model
import Register
import Tagging

/// Reads the policies' own documents: the authorities that they cite, and where.
struct PolicyReader {
    /// What each document cites.
    let documents: [ID<Policy>: [DocumentCitation]]

    /// Documents longer than this, in bytes, are read up to it.
    private static let longest = 4_000_000

    /// Reads the documents of a register; one that is missing was reported when the register was read.
    init(_ register: PolicyRegister) {
        var documents: [ID<Policy>: [DocumentCitation]] = [:]
        for policy in register.policies {
            guard let file = policy.document, let data = FileManager.default.contents(atPath: file) else { continue }
            let text = String(decoding: data.prefix(Self.longest), as: UTF8.self)
            let isHTML = file.hasSuffix(".html") || file.hasSuffix(".htm")
            let plain = isHTML ? HeadedText.of(text) : text
            let found = CitationScanner.citations(in: plain).compactMap { proven in
                proven.evidence.first.map { (citation: proven.value, offset: $0.offset) }
            }
            documents[policy.id] = PolicyDocument(plain).citations(found)
        }
        self.documents = documents
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
