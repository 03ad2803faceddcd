import Model
import Syndication

extension Document {
    /// Reads a web page with selectors.
    static func page(
        _ bytes: [UInt8], _ selectors: PageSelectors, _ source: Source, _ address: String, _ contentType: String?
    ) throws(FetchFailure) -> Document {
        do {
            let page = try PageDocument(
                bytes, selectors: selectors, base: address, contentType: contentType,
                language: source.language.rawValue, dates: dates(of: source))
            return Document(page, source)
        } catch {
            throw FetchFailure(error)
        }
    }

    /// Reads the answer of a JSON API with dotted paths.
    static func api(
        _ bytes: [UInt8], _ paths: JSONPaths, _ source: Source, _ address: String, _ contentType: String?
    ) throws(FetchFailure) -> Document {
        do {
            let page = try PageDocument(
                json: bytes, paths: paths, base: address, contentType: contentType,
                language: source.language.rawValue, dates: dates(of: source))
            return Document(page, source)
        } catch {
            throw FetchFailure(error)
        }
    }

    private init(_ page: PageDocument, _ source: Source) {
        self.init(
            entries: EntryReader.entries(of: page.items, from: source),
            warnings: page.warnings.prefix(20).map { PlainText.clean($0.description) }, older: page.next,
            isTruncated: page.isTruncated)
    }
}

extension FetchFailure {
    /// Why a page could not be read, as a cause of the closed set.
    init(_ problem: PageProblem) {
        let detail = PlainText.clean(problem.description)
        switch problem {
        case .empty: self.init(.empty, detail)
        case .tooLarge: self.init(.tooLarge, detail)
        case .unreadable: self.init(.notAFeed, detail)
        case .refused: self.init(.apiError, detail)
        case .badSelector, .costlySelector: self.init(.badSelector, detail)
        case .layoutChanged, .scriptedLinks: self.init(.layoutChanged, detail)
        }
    }
}
