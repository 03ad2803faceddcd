/// Renders digests in every form.
public struct DigestRenderer: Sendable {
    private let templates: Templates

    /// A renderer with the built-in templates, or an operator's.
    public init(templates: Templates = .standard) { self.templates = templates }

    /// A digest in one form.
    ///
    /// - Parameters:
    ///   - digest: The digest.
    ///   - form: The form.
    /// - Returns: The document, ended by a line break.
    /// - Throws: Where JSON cannot hold it.
    public func render(_ digest: Digest, as form: Form) throws -> String {
        switch form {
        case .html: html(digest)
        case .text: text(digest)
        case .markdown: markdown(digest)
        case .json: String(decoding: try digest.json(), as: UTF8.self)
        }
    }

    /// A page that mail readers and browsers show alike.
    public func html(_ digest: Digest) -> String { page(digest, .html, nil) }

    /// The page that lists digests.
    public func html(_ index: DigestIndex) -> String { index.html(templates, noting: nil) }

    /// Plain text of 72 columns.
    public func text(_ digest: Digest) -> String { TextLayout().set(page(digest, .text, nil)) }

    /// CommonMark.
    public func markdown(_ digest: Digest) -> String { Tidying.blankLines(page(digest, .markdown, nil)) }

    /// Names that the templates of a form use and no digest has.
    func missingNames(in form: Form) -> Set<String> {
        let missing = MissingNames()
        for digest in Specimen.digests { _ = page(digest, form, missing) }
        if form == .html { _ = Specimen.index.html(templates, noting: missing) }
        return missing.names
    }

    private func page(_ digest: Digest, _ form: Form, _ missing: MissingNames?) -> String {
        templates.render(DigestView(digest, as: form).scope(noting: missing), "digest", as: form) ?? ""
    }
}

/// Tidies what templates leave behind.
enum Tidying {
    /// One blank line where there are several, none at the beginning, one line break at the end.
    static func blankLines(_ text: String) -> String {
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.utf8.allSatisfy({ $0 == 0x20 }) {
                if let last = lines.last, !last.isEmpty { lines.append("") }
            } else {
                lines.append(line)
            }
        }
        if lines.last == "" { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }
}
