import Model

/// Finds elements that a page repeats and that hold a link each.
struct RepeatedLinks {
    let page: HTMLPage
    let dates: DateReader
    /// The moment; nil where it is not known.
    var now: Instant?
    /// Whether links are looked for that call scripts, as on many boards, instead of those that lead to addresses.
    var areScripts = false
    /// Whether what stands in menus and footers is looked at, too.
    var inMenus = false
    /// Whether links are looked for that have no text, but a picture at most, instead of those that have one.
    var areIcons = false
    private let rows = RowClasses()

    /// Elements of one kind under one kind of parent.
    struct List {
        var selectors: PageSelectors
        /// Whether its members have a day and a month alone, which are no date.
        var lacksYears: Bool
        /// Whether the titles of its members are links that call scripts, and its links are those of attachments or the like.
        var isBesideScripts = false
    }

    private struct Shape: Hashable {
        let item: String
        let parent: String
    }

    /// The repeated elements, those with the most members first.
    func lists() -> [List] {
        let links = areScripts ? "//body//*[@onclick or self::a[@href]]" : "//body//a[@href]"
        let place = inMenus ? "" : "[not(ancestor::nav or ancestor::footer or ancestor::aside)]"
        var members: [Shape: [MarkupNode]] = [:]
        var order: [Shape] = []
        for link in (page.document.select(links + place) ?? []).prefix(3000) {
            guard areIcons == trimmed(link.text).isEmpty, areIcons || link.text.unicodeScalars.count > 3, leads(link)
            else { continue }
            // A link without a text is no member by itself.
            guard var node = areIcons ? link.parent : link else { continue }
            for _ in 0..<5 {
                guard let parent = node.parent, parent.name != "html" else { break }
                let shape = Shape(item: step(node), parent: path(parent))
                if members[shape] == nil { order.append(shape) }
                if members[shape]?.last != node { members[shape, default: []].append(node) }
                node = parent
            }
        }
        let repeated = order.filter { (members[$0]?.count ?? 0) > 2 }
        let ranked = repeated.sorted { (members[$0]?.count ?? 0) > (members[$1]?.count ?? 0) }
        return ranked.prefix(40).compactMap { list($0, members[$0] ?? []) }
    }

    private func leads(_ link: MarkupNode) -> Bool {
        areScripts ? callsScript(link) : page.address(link["href"] ?? "") != nil
    }

    private func list(_ shape: Shape, _ nodes: [MarkupNode]) -> List? {
        guard let first = nodes.first else { return nil }
        let isLink = first.name == "a" || (areScripts && page.document.select(".//a", from: first)?.isEmpty ?? true)
        let item = "//\(shape.parent)/\(shape.item)"
        let sample = Array(nodes.prefix(5))
        let date = dateSelector(in: sample, of: nodes)
        guard date != nil || nodes.count > 4 else { return nil }
        let link = isLink ? "." : linkSelector(in: sample)
        let title = titleSelector(in: sample, link: link)
        if areIcons, title == nil, label(of: link, in: sample) == nil { return nil }
        let hasCut = sample.contains { isCut(page.document.select(link, from: $0)?.first) }
        // The attribute, or the text where there is none.
        let full =
            hasCut
            ? "concat(\(link)/@title, substring(\(link), 1, 1000 * not(\(link)/@title)))"
            : label(of: link, in: sample) ?? link
        return List(
            selectors: PageSelectors(
                item: item + (withoutOthers(item, nodes, date: date) ?? withoutHead(item)), title: title ?? full,
                link: areScripts ? scriptedAddress(link, sample, of: nodes.count) ?? "/" : "\(link)/@href", date: date,
                next: nextSelector,
                datePattern: date.flatMap { datePattern($0, for: nodes) }),
            lacksYears: date == nil
                && sample.allSatisfy { node in
                    pieces(of: isLink ? entry(around: node) : node).contains { isDayAndMonth($0.text) }
                }, isBesideScripts: areBesideScripts(link, in: sample))
    }

    /// The row or the like that a link is the only one of: its day may stand in a cell of its own.
    private func entry(around link: MarkupNode) -> MarkupNode {
        var entry = link
        while let parent = entry.parent, page.document.select(".//a[@href]", from: parent)?.count == 1 {
            entry = parent
        }
        return entry
    }

    /// The head of a table is none of its rows.
    private func withoutHead(_ item: String) -> String {
        guard page.document.select("\(item)[self::tr][th][not(td)]")?.isEmpty == false else { return "" }
        return "[td]"
    }

    /// What a row has down to its link, where its siblings that have none are neither links nor dated, such as a line
    /// between rows or numbers of pages; nil where there is no such sibling.
    private func withoutOthers(_ item: String, _ nodes: [MarkupNode], date: String?) -> String? {
        guard let first = nodes.first, first.name != "a", rows.ofAll(like: first) != nil, !areScripts,
            let found = page.document.select(item), found.count > nodes.count,
            let link = page.document.select(".//a[@href]", from: first)?.first
        else { return nil }
        let members = Set(nodes)
        let others = found.filter { !members.contains($0) }
        let isDated = others.contains { other in
            date.flatMap { page.document.string($0, from: other) }.flatMap(dates.instant) != nil
        }
        guard !isDated, let path = paths(to: link, in: first).last else { return nil }
        // Without the places of elements: a row may have more before its link than another.
        let names = path.dropFirst(2).split(separator: "/").map { $0.prefix { $0 != "[" } }.joined(separator: "/")
        guard let kept = page.document.select("\(item)[\(names)]"), kept.count < found.count,
            members.isSubset(of: kept)
        else { return nil }
        return "[\(names)]"
    }

    /// What stands for the text of links that have none: their label, or that of their picture.
    private func label(of link: String, in sample: [MarkupNode]) -> String? {
        guard areIcons else { return nil }
        return ["@aria-label", "@title", "img/@alt"].map { "\(link)/\($0)" }.first { tells($0, sample) }
    }

    /// Where a page says itself where its list goes on, or links to it with the customary words.
    private var nextSelector: String? {
        if page.document.select(Self.next)?.isEmpty == false { return Self.next }
        for link in (page.document.select("//body//a[@href]") ?? []).prefix(3000) {
            // As XPath's normalize-space has it.
            let text = link.text.split { " \t\r\n".contains($0) }.joined(separator: " ")
            let word = text.lowercased().filter { $0.isLetter || $0 == " " }
            guard text.utf8.count < 40, !text.contains("'"), Self.words.contains(trimmed(word)),
                page.address(link["href"] ?? "") != nil
            else { continue }
            return "//a[normalize-space(.)='\(text)']/@href"
        }
        return nil
    }

    private static let next = "//*[@rel='next']/@href"
    /// What leads to the page with older entries.
    private static let words: Set<String> = [
        "next", "next page", "older", "older posts", "older entries", "nächste", "nächste seite", "weiter", "suivant",
        "suivante", "page suivante", "siguiente", "página siguiente", "successiva", "pagina successiva", "próxima",
        "próxima página", "volgende", "volgende pagina", "następna", "další", "следующая", "наступна", "التالي",
        "الصفحة التالية", "下一页", "下页", "下一頁", "下頁", "次へ", "次のページ", "다음", "다음 페이지",
    ]

    /// Whether a link shows the beginning of what its attribute says in full.
    private func isCut(_ link: MarkupNode?) -> Bool {
        guard let link, let full = link["title"] else { return false }
        let text = trimmed(link.text)
        return ["…", "..."].contains { text.hasSuffix($0) } && full.utf8.count > text.utf8.count
    }

    /// An element as steps of XPath: a list without a name of its own is told from others by what is around it.
    private func path(_ node: MarkupNode) -> String {
        var steps = [step(node)]
        var outer = node
        while !steps[0].contains("["), steps.count < 4, let parent = outer.parent, parent.name != "body" {
            steps.insert(step(parent), at: 0)
            outer = parent
        }
        if steps[0].contains("[") { return steps.joined(separator: "/") }
        return outer.parent?.name == "body" ? (["body"] + steps).joined(separator: "/") : step(node)
    }

    /// An element by its name and its id, or its first class that all like it have, as a step of XPath.
    func step(_ node: MarkupNode) -> String {
        if let id = node["id"].map(trimmed), !id.isEmpty, isPlain(id),
            !id.utf8.contains(where: { $0 < 0x3A && $0 > 0x2F })
        {
            return "\(node.name)[@id='\(id)']"
        }
        let common = rows.ofAll(like: node)
        guard let name = RowClasses.classes(of: node).first(where: { isPlain($0) && common?.contains($0) ?? true })
        else { return node.name }
        return "\(node.name)[contains(concat(' ', normalize-space(@class), ' '), ' \(name) ')]"
    }

    private func isPlain(_ name: String) -> Bool {
        name.utf8.count < 60 && name.utf8.allSatisfy { isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F }
    }
}
