import Model

/// Reads the items of a page by selectors.
struct PageItemReader {
    let page: HTMLPage
    let selectors: PageSelectors
    let dates: DateReader
    private var result = PageDocument()
    /// For each field, how many items were asked for it, and how many of them had none.
    private var tries: [String: (asked: Int, failed: Int)] = [:]
    /// Items whose link calls a script instead of leading to an address: `javascript:…`, `#none`.
    private var scripted = 0
    private static let most = 2000

    init(page: HTMLPage, selectors: PageSelectors, dates: DateReader) {
        self.page = page
        self.selectors = selectors
        self.dates = dates
    }

    mutating func read() throws(PageProblem) -> PageDocument {
        result.title = page.title
        let nodes = try select("item", selectors.item)
        guard !nodes.isEmpty else { throw changed("item", selectors.item) }
        for (index, node) in nodes.prefix(Self.most).enumerated() { try read(node, number: index + 1) }
        if nodes.count > Self.most { lost("only the first \(Self.most) items are read") }
        if page.document.isCut {
            result.isTruncated = true
            lost("elements are nested too deeply, and the page is read up to there")
        }
        for (name, expression) in [
            ("title", selectors.title), ("link", selectors.link), ("date", selectors.date ?? ""),
        ] {
            guard let field = tries[name], field.asked == field.failed else { continue }
            guard name == "link", scripted == field.asked else { throw changed(name, expression) }
            // A list of dated notices can be watched all the same.
            guard !result.items.isEmpty else { throw .scriptedLinks(expression: expression) }
            result.warnings.removeAll { $0.what.hasSuffix("'link'\(Self.unread)") }
            lost(PageProblem.scriptedLinks(expression: expression).description)
        }
        if let next = selectors.next {
            let nodes = try select("next", next)
            result.next = nodes.first.flatMap { page.address(reference(of: $0)) }
        }
        return result
    }

    private mutating func read(_ node: MarkupNode, number: Int) throws(PageProblem) {
        var item = FeedItem()
        item.title = PlainText.clean(try string("title", selectors.title, node))
        let link = try link(of: node)
        item.link = link
        item.id = link
        check("title", item.title?.isEmpty == false, node, number)
        guard item.title?.isEmpty == false else { return }
        check("link", link != nil, node, number)
        if let expression = selectors.date {
            let text = try string("date", expression, node)
            item.published = selectors.datePattern.map { DatePattern($0).instant(text, dates) } ?? dates.instant(text)
            check("date", item.published != nil, node, number)
        }
        // What is announced before its document is there has a date; the head of a table has neither.
        guard link != nil || item.published != nil else { return }
        if let expression = selectors.summary {
            item.summary = try summary(expression, node)
        }
        result.items.append(item)
    }

    /// The document itself (`/`) as a link is the page's own address: for pages that are watched as a whole.
    private mutating func link(of node: MarkupNode) throws(PageProblem) -> String? {
        if selectors.link == "/" { return page.base }
        // An expression can also make the address out of the arguments of a script.
        let reference: String
        if let nodes = page.document.select(selectors.link, from: node) {
            guard let first = nodes.first else { return nil }
            reference = self.reference(of: first)
        } else {
            reference = try string("link", selectors.link, node)
        }
        if Link.isScript(reference) || Link.cleaned(reference).utf8.first == 0x23 { scripted += 1 }
        return page.address(reference)
    }

    /// The text of an element block by block, as its words run together otherwise; else what the expression yields.
    private func summary(_ expression: String, _ node: MarkupNode) throws(PageProblem) -> String? {
        let element = page.document.select(expression, from: node)?.first { $0.isElement }
        let text: String
        if let element {
            text = PlainText.from(markup: element.markup)
        } else {
            text = PlainText.clean(try string("summary", expression, node))
        }
        return text.isEmpty ? nil : text
    }

    private static let unread = " cannot be read"

    private mutating func check(_ name: String, _ isThere: Bool, _ node: MarkupNode, _ number: Int) {
        tries[name, default: (0, 0)].asked += 1
        guard !isThere else { return }
        tries[name, default: (0, 0)].failed += 1
        guard tries[name, default: (0, 0)].failed <= 20 else { return }
        result.warnings.append(FeedWarning("item \(number): '\(name)'\(Self.unread)", line: node.line))
    }

    private mutating func lost(_ what: String) { result.warnings.insert(FeedWarning(what), at: 0) }

    private func reference(of node: MarkupNode) -> String {
        node.isElement ? node["href"] ?? node["src"] ?? node.text : node.text
    }

    private func select(_ name: String, _ expression: String, _ node: MarkupNode? = nil) throws(PageProblem)
        -> [MarkupNode]
    {
        guard let nodes = page.document.select(expression, from: node) else {
            throw refused(name, expression, node)
        }
        return nodes
    }

    private func string(_ name: String, _ expression: String, _ node: MarkupNode) throws(PageProblem) -> String {
        guard let text = page.document.string(expression, from: node) else {
            throw refused(name, expression, node)
        }
        return text
    }

    /// Why libxml2 did not evaluate an expression.
    private func refused(_ name: String, _ expression: String, _ node: MarkupNode?) -> PageProblem {
        page.document.isTooCostly(expression, from: node)
            ? .costlySelector(name: name, expression: expression) : .badSelector(name: name, expression: expression)
    }

    private func changed(_ name: String, _ expression: String) -> PageProblem {
        .layoutChanged(name: name, expression: expression, kind: page.kind, title: page.title)
    }
}
