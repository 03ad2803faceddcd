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
