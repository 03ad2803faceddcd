/// A web page as a tree, with the address that its links are relative to.
struct HTMLPage {
    let document: MarkupDocument
    let base: String
    let title: String?
    /// What the page says of its language; nil where that is nothing.
    let language: String?
    let kind: NotAFeed.PageKind
    private static let longestBase = 4096

    init(
        _ bytes: [UInt8], base: String, encoding: String? = nil, contentType: String? = nil, language: String? = nil
    ) throws(PageProblem) {
        var body = bytes
        var name = encoding.flatMap { EncodingName.candidates(for: $0).first }
        if name == nil {
            let text = DecodedText(bytes, contentType: contentType, language: language)
            body = Array(text.bytes[text.start...])
            name = "UTF-8"
        }
        do throws(MarkupDocument.Failure) {
            document = try MarkupDocument.html(body, encoding: name)
        } catch {
            switch error {
            case .empty: throw .empty
            case .tooLarge(let limit): throw .tooLarge(limit: limit)
            case .malformed(_, let reason): throw .unreadable(reason: reason)
            }
        }
        let page = body.withUnsafeBufferPointer { WebPage($0) }
        let named = document.select("//title")?.first.map { PlainText.clean($0.text) } ?? ""
        title = named.isEmpty ? page.title : named
        let declared = document.select("/html/@lang")?.first.map { trimmed($0.text) } ?? ""
        self.language = declared.isEmpty ? nil : declared
        kind = page.kind
        let own = document.select("//base/@href")?.first.map { trimmed($0.text) } ?? ""
        // A long one would be part of each address.
        self.base = own.isEmpty || own.utf8.count > Self.longestBase ? base : Link.resolve(own, against: base)
    }

    /// An absolute address of the web; nil for scripts, mail addresses and places in the same page.
    func address(_ reference: String) -> String? {
        let reference = Link.cleaned(reference)
        guard !reference.isEmpty, reference.utf8.first != 0x23 else { return nil }
        let address = Link.resolve(reference, against: base)
        return Link.isWeb(address) || (Link.scheme(of: address) == nil && base.isEmpty) ? address : nil
    }
}
