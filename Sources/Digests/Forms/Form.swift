import Model

/// A form in which a person or a program reads a digest.
public enum Form: String, Sendable, CaseIterable, Codable {
    case html, text, markdown, json

    /// The ending of a file in this form, without a dot.
    public var fileExtension: String {
        switch self {
        case .html: "html"
        case .text: "txt"
        case .markdown: "md"
        case .json: "json"
        }
    }
}

extension Form {
    /// A value as the form may hold it.
    func escaped(_ text: String) -> String {
        switch self {
        case .html: Escaping.markup(Plain.line(text))
        case .markdown: Escaping.markdown(Plain.line(text))
        case .text, .json: Plain.line(text)
        }
    }
}
