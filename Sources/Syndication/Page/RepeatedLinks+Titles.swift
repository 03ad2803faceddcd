/// Where the members of a list have their link and their title.
extension RepeatedLinks {
    /// The link in the heading, else the first with a text that leads each member elsewhere, or calls its script: links
    /// to a category, an author or an attachment stand beside it.
    func linkSelector(in sample: [MarkupNode]) -> String {
        if areIcons {
            let icons = ".//a[@href][not(normalize-space())]"
            return [icons, "(\(icons))[last()]"].first { tells("\($0)/@href", sample) } ?? icons
        }
        let usual = ".//a[normalize-space()]"
        let others = ["(.//a[normalize-space()])[2]", "(.//a[normalize-space()])[last()]"]
        let found = (Self.headings.map { ".//\($0)//a[normalize-space()]" } + [usual] + others).first { link in
            areScripts
                ? sample.allSatisfy { page.document.select(link, from: $0)?.first.map(callsScript) ?? false }
                : tells("\(link)/@href", sample)
        }
        return found ?? usual
    }

    private static let headings = ["h1", "h2", "h3", "h4", "h5", "h6"]

    /// An expression for the title where the links say the same for all members, hold more than it, or no more than a
    /// number; nil where the link's text is the title.
    func titleSelector(in sample: [MarkupNode], link: String) -> String? {
        guard sample.count > 2 else { return nil }
        let texts = sample.compactMap { page.document.string(link, from: $0).map(PlainText.clean) }
        if link != ".", texts.count == sample.count, texts.allSatisfy(isNumber), let first = sample.first,
            let number = page.document.select(link, from: first)?.first,
            let name = longest(in: sample, where: { !isInside($0, number) && !isNumber($0.text) })
        {
            // Days stand elsewhere, and rows are counted anew.
            return texts.contains { isDate($0) || Int($0).map { $0 < 1000 } ?? false } ? name : joined(link, name)
        }
        if sample.allSatisfy({ holdsMore(link, $0) }), let first = sample.first,
            let whole = page.document.select(link, from: first)?.first
        {
            let title = heading(in: sample, link) ?? longest(in: sample) { isInside($0, whole) }
            let number = pieces(of: first).first { isInside($0, whole) && isOfCase($0.text) }
            guard let title, let number,
                let path = expressions(for: number, in: first).first(where: { tells($0, sample) })
            else { return title }
            return joined(path, title)
        }
        guard Set(texts).count * 2 <= sample.count else { return numbered(link, sample) }
        guard let title = heading(in: sample, ".") ?? longest(in: sample, where: { _ in true }) ?? dated(in: sample)
        else { return nil }
        return numbered(title, sample) ?? title
    }

    /// The number of the case and its title, where it stands beside that and not in it; nil where there is none.
    private func numbered(_ title: String, _ sample: [MarkupNode]) -> String? {
        guard let first = sample.first, let text = page.document.string(title, from: first).map(PlainText.clean),
            !isNumber(text)
        else { return nil }
        let numbers = pieces(of: first).filter { isOfCase($0.text) && !text.contains(trimmed($0.text)) }
        let path = numbers.lazy.flatMap { expressions(for: $0, in: first) }.first { path in
            tells(path, sample) && !yieldsDates(path, for: sample)
                && sample.allSatisfy { page.document.string(path, from: $0).map(isOfCase) ?? false }
        }
        return path.map { joined($0, title) }
    }

    /// A text that says its day besides what happened, where no other says anything.
    private func dated(in sample: [MarkupNode]) -> String? {
        guard let first = sample.first else { return nil }
        let texts = pieces(of: first).filter { piece in
            let words = piece.text.split { !$0.isLetter }
            return words.count > 4 || words.contains { $0.count > 7 && $0.utf8.allSatisfy { $0 > 0x7F } }
        }
        return texts.lazy.flatMap { expressions(for: $0, in: first) }.first { isWhole($0, sample) && tells($0, sample) }
    }

    /// A number and what it is of.
    private func joined(_ number: String, _ name: String) -> String {
        "concat(normalize-space(\(number)), ': ', normalize-space(\(name)))"
    }

    private func heading(in sample: [MarkupNode], _ place: String) -> String? {
        Self.headings.map { "\(place)//\($0)" }.first { tells($0, sample) }
    }

    /// The innermost elements, or texts beside elements, with the most to say.
    private func longest(in sample: [MarkupNode], where isFit: (MarkupNode) -> Bool) -> String? {
        guard let first = sample.first else { return nil }
        let ranked = pieces(of: first).filter { isFit($0) && dates.instant($0.text) == nil }
            .sorted {
                (isNumber($1.text) ? 1 : 0, $0.text.utf8.count) > (isNumber($0.text) ? 1 : 0, $1.text.utf8.count)
            }
        return ranked.lazy
            .flatMap { expressions(for: $0, in: first) }.first { isWhole($0, sample) && tells($0, sample) }
    }

    /// Whether a text is no part of one that markup inside cuts, in any member.
    private func isWhole(_ expression: String, _ sample: [MarkupNode]) -> Bool {
        guard expression.hasSuffix(Self.ownText) else { return true }
        return sample.allSatisfy { page.document.select(expression, from: $0)?.count == 1 }
    }

    /// Whether a link holds a badge, a date or a category besides its title: more than one piece that is no emphasis.
    private func holdsMore(_ link: String, _ node: MarkupNode) -> Bool {
        guard let element = page.document.select(link, from: node)?.first else { return false }
        if link == ".", element.children.count > 1 { return true }
        let parts = element.children.filter {
            !trimmed($0.text).isEmpty && (isDate($0.text) || !Self.emphasis.contains($0.name))
        }
        return !parts.isEmpty && pieces(of: element).count > 1
    }

    private static let emphasis: Set<String> = [
        "em", "i", "b", "strong", "sub", "sup", "mark", "font", "u", "abbr", "q", "cite", "small",
    ]
    private static let ownText = "/text()[normalize-space()]"

    /// The innermost elements with a text, and the texts that stand beside elements.
    func pieces(of node: MarkupNode) -> [MarkupNode] {
        let found = page.document.select(
            ".//*[not(*)][normalize-space()] | .//text()[normalize-space()][../*] | ./text()[normalize-space()]",
            from: node)
        return Array((found ?? []).prefix(60))
    }

    /// Expressions for an element, or for the texts of the element around.
    func expressions(for piece: MarkupNode, in node: MarkupNode) -> [String] {
        if piece.isElement { return paths(to: piece, in: node) }
        guard let parent = piece.parent else { return [] }
        let texts = page.document.select("./text()[normalize-space()]", from: parent) ?? []
        let place = texts.firstIndex(of: piece).flatMap { $0 > 0 ? "[\($0 + 1)]" : nil } ?? ""
        return paths(to: parent, in: node).map { $0 + Self.ownText + place }
    }

    private func isInside(_ piece: MarkupNode, _ element: MarkupNode) -> Bool {
        sequence(first: piece, next: \.parent).contains(element)
    }

    /// Whether a text is the number of a case or a document, which does not say what it is about.
    private func isNumber(_ text: String) -> Bool {
        if isCitation(text) { return true }
        let words = text.split { !$0.isLetter }
        return text.utf8.contains { (0x30...0x39).contains($0) }
            && words.reduce(0) { $0 + $1.unicodeScalars.count } <= 12
            && words.count { $0.unicodeScalars.count > 2 } <= 1
    }

    /// `C-100/26`, `No. 25-1000`: a number in parts, and neither a day nor a count of anything.
    private func isOfCase(_ text: String) -> Bool {
        if isCitation(text) { return true }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" }
        // Figures alone are a day, in whatever order, unless one of two is greater than any day.
        let figures = parts.compactMap { Int(trimmed(String($0)).filter { $0 != "[" && $0 != "]" }) }
        let isDay = figures.count == parts.count && (figures.count != 2 || figures.allSatisfy { $0 < 32 })
        return isNumber(text) && !isDate(text) && !isDay
            && zip(parts, parts.dropFirst()).contains {
                $0.last?.isNumber ?? false && $1.first?.isNumber ?? false
            }
    }

    /// `[2026] FCA 1400`, `2026 ONSC 12`, `ECLI:…`: how a court itself cites what it decided.
    private func isCitation(_ text: String) -> Bool {
        let text = trimmed(text)
        guard text.utf8.count < 60 else { return false }
        if text.hasPrefix("ECLI:") { return true }
        let words = text.split { " []".contains($0) }
        guard (3...5).contains(words.count), let year = Int(words[0]), (1950...2099).contains(year) else {
            return false
        }
        return words[1].allSatisfy { $0.isASCII && $0.isUppercase } && Int(words[2]) != nil
    }

    /// Whether an expression says something for every member, and not the same.
    func tells(_ expression: String, _ sample: [MarkupNode]) -> Bool {
        let texts = sample.compactMap { page.document.string(expression, from: $0).map(PlainText.clean) }
            .filter { !$0.isEmpty }
        return texts.count == sample.count && Set(texts).count * 2 > sample.count
    }
}
