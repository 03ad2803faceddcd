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

    /// The media type without parameters.
    public var mediaType: String {
        switch self {
        case .html: "text/html"
        case .text: "text/plain"
        case .markdown: "text/markdown"
        case .json: "application/json"
        }
    }
}
