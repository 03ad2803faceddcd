/// Links that call scripts, as on many boards: `href="#none" onclick="view('4401')"`, `href="#" data-id="4401"`.
extension RepeatedLinks {
    /// Whether a link calls a script, or leads nowhere and has what one goes by.
    func callsScript(_ link: MarkupNode) -> Bool {
        let reference = Link.cleaned(link["href"] ?? "")
        if Link.isScript(reference) { return true }
        guard reference.isEmpty || reference.utf8.first == 0x23 else { return false }
        return link["onclick"] != nil
            || sequence(first: link, next: \.parent).prefix(4).contains { !numberedAttributes($0).isEmpty }
    }

    /// Whether what tells members apart are links that call scripts, beside one that says the same of each, or nothing, as
    /// that of an attachment does.
    func areBesideScripts(_ link: String, in sample: [MarkupNode]) -> Bool {
        guard !areScripts, areIcons || !tells(link, sample) else { return false }
        let titles = sample.compactMap { node in
            page.document.select(".//*[@onclick or self::a[@href]][normalize-space()]", from: node)?
                .first { callsScript($0) && !holdsAddress($0) }.map { trimmed($0.text) }
        }
        return titles.count == sample.count && Set(titles).count * 2 > sample.count
    }

    private func holdsAddress(_ node: MarkupNode) -> Bool {
        page.document.select(".//a[@href]", from: node)?.contains { page.address($0["href"] ?? "") != nil } ?? false
    }

    /// An expression for the address that the script of each member leads to, or for the page's own with the number that
    /// the script goes by, which tells members apart; nil where neither is there.
    func scriptedAddress(_ link: String, _ sample: [MarkupNode], of count: Int) -> String? {
        let arguments = ["onclick", "href"].flatMap { Self.arguments(of: "\(link)/@\($0)") }
        let address = arguments.first { argument in
            let addresses = sample.compactMap { page.document.string(argument, from: $0) }.filter {
                ($0.hasPrefix("/") || $0.hasPrefix("./") || $0.hasPrefix("?") || Link.isWeb($0))
                    && page.address($0) != nil
            }
            return addresses.count == sample.count && Set(addresses).count == sample.count
        }
        if let address { return address }
        let own = page.base.prefix { $0 != "#" }
        guard !own.contains("'"), let first = sample.first else { return nil }
        let marks = numberedAttributes(first).map { "@\($0)" }
        let inner = page.document.select(link, from: first)?.first.map(numberedAttributes) ?? []
        return (arguments + inner.map { "\(link)/@\($0)" } + marks).first { expression in
            let numbers = sample.compactMap { page.document.string(expression, from: $0) }
            // Those that count rows are another item's as soon as one is added.
            return numbers.count == sample.count && Set(numbers).count == sample.count
                && numbers.allSatisfy { number in isPlainNumber(number) && Int(number).map { $0 > count } ?? false }
        }.map { "concat('\(own)#', \($0))" }
    }

    /// Expressions for what may be the first or second argument of a call, in quotes or without.
    private static func arguments(of script: String) -> [String] {
        let quoted = ["\"'\"", "'\"'"].flatMap { quote in
            [script, "substring-after(\(script), ',')"].map {
                "substring-before(substring-after(\($0), \(quote)), \(quote))"
            }
        }
        return quoted + ["')'", "','"].map { "substring-before(substring-after(\(script), '('), \($0))" }
    }

    /// The names of an element's own attributes that hold a number.
    private func numberedAttributes(_ node: MarkupNode) -> [String] {
        (page.document.select("@*[starts-with(name(), 'data-')]", from: node) ?? []).filter { isPlainNumber($0.text) }
            .map(\.name)
    }

    private func isPlainNumber(_ text: String) -> Bool {
        (1...18).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
