import Model

extension AlertRules {
    /// An authority that a policy relies on, with what it is looked for by.
    struct ReliedAuthority: Sendable {
        let line: DocumentCitation
        /// The authority in comparable form.
        let key: String
        /// The same of all its spellings.
        let keys: [String]

        init(_ line: DocumentCitation) {
            self.line = line
            key = Citation.key(line.citation)
            keys = Citation.keys(of: line.citation)
        }
    }

    /// Everything that a policy relies on, section by section; a whole policy's line is left out where a section has it.
    static func reliance(of policy: Policy, document: [DocumentCitation]) -> [DocumentCitation] {
        let sections = policy.sections.flatMap { section in
            section.reliesOn.map { DocumentCitation(citation: $0, section: section.id) }
        }
        let placed = Set((sections + document).filter { $0.section != nil }.map { Citation.key($0.citation) })
        let whole =
            policy.reliesOn.map { DocumentCitation(citation: $0, section: nil) } + document.filter { $0.section == nil }
        return sections + document.filter { $0.section != nil }
            + whole.filter { !placed.contains(Citation.key($0.citation)) }
    }
}
