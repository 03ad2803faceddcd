import Model

/// Reads the items of a JSON document by dotted paths. That no item has a date is no fault: the path may lead to a field
/// that is filled later.
struct APIItemReader {
    let paths: JSONPaths
    let base: String
    let dates: DateReader
    private var result = PageDocument()
    /// For each field, how many items were asked for it, and how many of them had none.
    private var tries: [String: (asked: Int, failed: Int)] = [:]
    /// The facts whose paths lead to something in any item, be it null.
    private var factsFound: Set<String> = []
    private static let most = 5000

    init(paths: JSONPaths, base: String, dates: DateReader) {
        self.paths = paths
        self.base = base
        self.dates = dates
    }

    mutating func read(_ root: JSONValue) throws(PageProblem) -> PageDocument {
        guard let elements = try JSONPath("items", paths.items).values(in: root), let list = list(elements) else {
            throw problem("items", paths.items, root)
        }
        let complaint = APIComplaint(root, isFault: false)
        if let complaint, list.isEmpty {
            guard complaint.saysNothingWasFound else { throw .refused(complaint.text) }
            return result
        }
        let read = list.prefix(Self.most)
        for (index, element) in read.enumerated() { try self.read(element, number: index + 1) }
        if result.items.count < read.count {
            let left = read.count - result.items.count
            lost("\(left) of \(read.count) items left out: they have no title, summary, link or id")
        }
        if list.count > Self.most { lost("only the first \(Self.most) items are read") }
        for case (let name, let path?) in [("title", paths.title), ("link", paths.link)] {
            if let field = tries[name], field.asked == field.failed { throw problem(name, path, root) }
        }
        if !result.items.isEmpty {
            let absent = paths.facts.filter { !factsFound.contains($0.key) }.sorted { $0.key < $1.key }
            result.absentFacts = absent.map { AbsentFact(kind: $0.key, path: $0.value) }
        }
        if let complaint {
            result.warnings.append(FeedWarning("the answer tells of an error, too: \(complaint.text)"))
        }
        if let path = paths.next { result.next = try next(path, root) }
        return result
    }

    /// The next page's address; nil at the end, which some APIs tell with an empty text.
    private mutating func next(_ path: String, _ root: JSONValue) throws(PageProblem) -> String? {
        guard let value = try text("next", path, root).map(trimmed), !value.isEmpty, value != "false" else {
            return nil
        }
        if let query = paths.nextQuery { return Link.asking(base, query, value) }
        guard Link.mayBeAddress(value) else {
            let token =
                "'\(path)' holds '\(value.prefix(60))', which is no address: write the parameter that asks with it, "
            result.warnings.append(FeedWarning("\(token)`next: {path: \(path), query: …}`"))
            return nil
        }
        return Link.resolve(value, against: base)
    }

    /// Why a path leads nowhere: the API says why it has nothing to give, or it changed.
    private func problem(_ name: String, _ path: String, _ root: JSONValue) -> PageProblem {
        if let complaint = APIComplaint(root, isFault: true) { return .refused(complaint.text) }
        return .layoutChanged(name: name, expression: path, kind: .other, title: nil)
    }

    private func list(_ values: [JSONValue]) -> [JSONValue]? {
        guard values.count == 1 else { return values }
        // Old web services of ASP.NET wrap the answer, as a text, once more.
        if let text = values[0].string, let inner = try? JSONReader.read(Array(text.utf8), from: 0), inner.string == nil
        {
            return list([inner])
        }
        if let elements = values[0].members { return elements }
        guard case .object = values[0] else { return nil }
        return values
    }

    private mutating func read(_ value: JSONValue, number: Int) throws(PageProblem) {
        var item = FeedItem()
        let title = PlainText.from(markup: try text("title", paths.title, value) ?? "")
        check("title", !title.isEmpty, number)
        if let path = paths.link {
            if let link = try text("link", path, value), !link.isEmpty { item.link = Link.resolve(link, against: base) }
            check("link", item.link != nil, number)
        }
        item.id = try optional("id", paths.id, value) ?? item.link
        item.summary = try optional("summary", paths.summary, value)
        // Without a title the beginning of the summary is shown, else what the entry is known by.
        let isNamed = !title.isEmpty || item.summary.map { !PlainText.from(markup: $0).isEmpty } ?? false
        guard isNamed || item.id != nil else { return }
        item.title = isNamed ? title : item.id
        if let path = paths.date {
            item.published = try date(path, value).flatMap { dates.instant($0) }
            check("date", item.published != nil, number)
        }
        for (kind, path) in paths.facts.sorted(by: { $0.key < $1.key }) {
            let path = try JSONPath(kind, path)
            if path.values(in: value) != nil { factsFound.insert(kind) }
            for fact in path.texts(in: value) {
                item.extensions.append(FeedExtension(name: kind, value: fact, attributes: ["path": path.text]))
            }
        }
        result.items.append(item)
    }

    /// A date as it is written, or as Java lists its parts: `[2026, 5, 12, 9, 30]`.
    private func date(_ path: String, _ value: JSONValue) throws(PageProblem) -> String? {
        let path = try JSONPath("date", path)
        guard let parts = path.values(in: value)?.first?.elements, parts.count > 2 else {
            return path.texts(in: value).first
        }
        let numbers = parts.prefix(6).compactMap { $0.text.flatMap { Int($0) } }
        guard numbers.count == min(parts.count, 6), (1000...9999).contains(numbers[0]) else {
            return path.texts(in: value).first
        }
        let clock = (numbers.dropFirst(3) + [0, 0, 0]).prefix(3).map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(numbers[0])-\(numbers[1])-\(numbers[2]) " + clock.joined(separator: ":")
    }

    private mutating func lost(_ what: String) { result.warnings.insert(FeedWarning(what), at: 0) }

    private mutating func check(_ name: String, _ isThere: Bool, _ number: Int) {
        tries[name, default: (0, 0)].asked += 1
        guard !isThere else { return }
        tries[name, default: (0, 0)].failed += 1
        guard tries[name, default: (0, 0)].failed <= 20 else { return }
        result.warnings.append(FeedWarning("item \(number): '\(name)' cannot be read"))
    }

    private func optional(_ name: String, _ path: String?, _ value: JSONValue) throws(PageProblem) -> String? {
        guard let path else { return nil }
        return try text(name, path, value)
    }

    private func text(_ name: String, _ path: String, _ value: JSONValue) throws(PageProblem) -> String? {
        try JSONPath(name, path).texts(in: value).first
    }
}
