import Model
import Syndication
import Tagging

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
        let entries = EntryReader.entries(of: page.items, from: source)
        let unread = entries.enumerated().lazy.flatMap { StatedFacts.unread($1, from: source, number: $0 + 1) }
        let warnings = page.warnings.map(\.description) + unread.prefix(20)
        self.init(
            entries: entries, warnings: warnings.prefix(20).map { PlainText.clean($0) },
            absentFacts: page.absentFacts, older: page.next, isTruncated: page.isTruncated)
    }
}

extension AbsentFact {
    /// What is to be said where nothing is known of the source yet.
    var doubt: String {
        "no item has '\(path)', where the fact '\(kind)' is to be: either the path is wrong, or no item of this answer "
            + "states it"
    }

    /// What is to be said where items stated it before.
    var loss: String {
        "no item has '\(path)' any more, where the fact '\(kind)' was: perhaps the API names it otherwise now"
    }
}

extension StatedFacts {
    /// What is to be said of an entry's days with legal effect that nobody can read, and of its citations that are none.
    fileprivate static func unread(_ entry: Entry, from source: Source, number: Int) -> [String] {
        entry.text.stated.compactMap { fact in
            if fact.kind == "citation", !CitedText.isOne(fact.value) {
                return "item \(number): '\(fact.kind)' is no citation, and is left out: \(fact.value.prefix(60))"
            }
            let day = LegalDate.Kind(rawValue: fact.kind).map {
                $0.day(
                    stated: fact.value, language: entry.text.language.primary,
                    isAmerican: source.jurisdiction.code == "US")
            }
            // Of another kind, or read.
            guard case .some(nil) = day else { return nil }
            return "item \(number): '\(fact.kind)' cannot be read: \(fact.value.prefix(60))"
        }
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
        case .layoutChanged(_, _, .challenge, _): self.init(.botWall, detail)
        case .layoutChanged, .scriptedLinks: self.init(.layoutChanged, detail)
        }
    }
}
