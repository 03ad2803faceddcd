import Model

/// Where the members of a list have their date.
extension RepeatedLinks {
    /// An expression that yields a date for most of the members; nil where there is none.
    func dateSelector(in sample: [MarkupNode], of nodes: [MarkupNode]) -> String? {
        for node in sample.prefix(3) {
            let own = (attributes(of: node) + texts(in: node)).filter { yieldsDates($0, for: sample) }
            let others = (besides(node) + split(in: node)).filter {
                yieldsDates($0, for: sample) && !isShared($0, by: nodes)
            }
            // A day goes before the month that a heading says.
            for expressions in [own, others] {
                if let found = ofPublication(expressions.filter { !isOfMonths($0, sample) }, sample) { return found }
            }
            if let found = addresses(in: node, of: sample) { return found }
            if let found = ofPublication(own, sample) ?? ofPublication(others, sample) { return found }
        }
        return nil
    }

    /// Whether all members of a list have the one date of something that stands before the whole list.
    private func isShared(_ expression: String, by nodes: [MarkupNode]) -> Bool {
        guard nodes.count > 4, expression.hasPrefix("../"), let first = nodes.first,
            let date = page.document.select(expression, from: first)?.first
        else { return false }
        return nodes.allSatisfy { page.document.select(expression, from: $0)?.first == date }
    }

    /// The order of day and month in figures with slashes, where the list shows it, and that of figures in addresses.
    func datePattern(_ selector: String, for nodes: [MarkupNode]) -> String? {
        let texts = nodes.prefix(200).compactMap { page.document.string(selector, from: $0).map(trimmed) }
            .filter { !$0.isEmpty }
        if selector.hasSuffix("/@href") {
            return texts.contains { Self.day(in: $0) != nil && dates.instant($0)?.day != Self.day(in: $0) }
                ? Self.joinedDay : nil
        }
        var (firsts, seconds, widths): (Set<Int>, Set<Int>, Set<Int>) = ([], [], [])
        for text in texts {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 3, let first = Int(parts[0]), let second = Int(parts[1]), Int(parts[2]) != nil
            else { return nil }
            firsts.insert(first)
            seconds.insert(second)
            widths.insert(parts[2].utf8.count)
        }
        let isDayFirst = firsts.contains { $0 > 12 } || isMonth(seconds, beside: firsts)
        let isMonthFirst = seconds.contains { $0 > 12 } || isMonth(firsts, beside: seconds)
        guard isDayFirst != isMonthFirst, widths == [4] || widths == [2] else { return nil }
        return (isDayFirst ? "d/M/" : "M/d/") + (widths == [4] ? "yyyy" : "yy")
    }

    /// Whether figures are months, as hardly any list is always of one day of a month, but for the first: asked where
    /// neither language nor jurisdiction tells.
    private func isMonth(_ figures: Set<Int>, beside others: Set<Int>) -> Bool {
        dates.order == nil && figures.count < 3 && others.count > 4 && !figures.contains(1)
            && (figures.union(others).max() ?? 0) <= 12
    }

    private static let joinedDay = "yyyyMMdd"

    func yieldsDates(_ expression: String, for sample: [MarkupNode]) -> Bool {
        let days = sample.compactMap { node in
            page.document.string(expression, from: node).flatMap { isShort($0) ? dates.instant($0) : nil }
        }
        return days.count * 5 >= sample.count * 3
    }

    private func isShort(_ text: String) -> Bool { text.utf8.count > 5 && text.utf8.count < 120 }

    func isDate(_ text: String) -> Bool {
        isShort(text) && text.utf8.count < 80 && !isMonthOnly(text) && dates.instant(text) != nil
    }

    /// `<time datetime=…>`, and other attributes that hold a date.
    private func attributes(of node: MarkupNode) -> [String] {
        let elements = page.document.select("descendant-or-self::*[@*]", from: node) ?? []
        var found: [String] = []
        for name in Self.attributes {
            for element in elements.prefix(60) where element[name].map(isDate) ?? false {
                found +=
                    (name == "datetime" ? [".//time/@datetime"] : [])
                    + paths(to: element, in: node).map { "\($0)/@\(name)" }
                break
            }
        }
        return found
    }

    private static let attributes = [
        "datetime", "data-date", "data-datetime", "data-time", "data-published", "data-publish-date", "content",
        "title",
    ]

    /// The innermost elements whose text is a date; a month with its year, where the day stands beside it; the item's
    /// own text where its link leaves one over.
    private func texts(in node: MarkupNode) -> [String] {
        let texts = page.document.select("./text()", from: node) ?? []
        let own = texts.prefix(10).enumerated().filter { isDate($1.text) }.map { "./text()[\($0.offset + 1)]" }
        let leaves = leaves(in: node)
        let months = leaves.filter { isMonthOnly($0.text) }
        return leaves.filter { isDate($0.text) }.flatMap { spanning($0, node) + paths(to: $0, in: node) } + own
            + months.flatMap { pair($0, in: node) ?? [] } + mixed(in: node)
            + months.flatMap { paths(to: $0, in: node) } + insideLinks(of: node) + besideElements(in: node)
    }

    /// `28.11.2026<br>310 O 100/26`: texts that an element holds beside others.
    private func besideElements(in node: MarkupNode) -> [String] {
        pieces(of: node).filter { !$0.isElement && $0.parent != node && isDate($0.text) }
            .flatMap { expressions(for: $0, in: node) }
    }

    /// A cell that stands for several rows: the date of a row is in the last one, itself or before, that has all cells.
    private func spanning(_ leaf: MarkupNode, _ row: MarkupNode) -> [String] {
        guard row.name == "tr", let cell = row.children.first(where: { $0["rowspan"] != nil }),
            let path = paths(to: leaf, in: row).last, path.hasPrefix("./\(cell.name)[1]") || path == "./\(cell.name)"
        else { return [] }
        let count = row.children.count { $0.name == cell.name }
        // The nearest row before alone: all of them together would be sorted for each row.
        let full = "[count(\(cell.name))=\(count)]"
        return ["(self::tr\(full) | preceding-sibling::tr\(full)[1])[last()]/\(path.dropFirst(2))"]
    }

    /// The innermost elements whose text is a date, or a month.
    private func leaves(in node: MarkupNode) -> [MarkupNode] {
        let own = node.name == "a" ? "" : "[not(ancestor-or-self::a)]"
        return (page.document.select(".//*[not(*)]\(own)", from: node) ?? []).prefix(40).filter {
            isDate($0.text) || isMonthOnly($0.text)
        }
    }

    /// Elements of a link that are a date, where it holds more besides.
    private func insideLinks(of node: MarkupNode) -> [String] {
        let leaves = page.document.select(
            ".//a[count(*) > 1 or (* and text()[normalize-space()])]//*[not(*)]", from: node)
        return (leaves ?? []).prefix(20).filter { isDate($0.text) }.flatMap { paths(to: $0, in: node) }
    }

    /// `<b>12</b> <i>2026-05</i>`: the month with its year, and the day in the element before or behind it.
    private func pair(_ month: MarkupNode, in node: MarkupNode) -> [String]? {
        guard let parent = month.parent,
            let place = parent.children.firstIndex(of: month)
        else { return nil }
        let beside = [place - 1, place + 1].filter(parent.children.indices.contains).map { parent.children[$0] }
        for day in beside where isDayOnly(day.text) {
            guard let first = paths(to: month, in: node).last, let second = paths(to: day, in: node).last else {
                continue
            }
            return ["concat(normalize-space(\(first)), '-', normalize-space(\(second)))"]
        }
        return nil
    }

    /// `<em><b>12</b>2026-05</em>`: the month with its year beside the element of the day, or the other way round.
    private func mixed(in node: MarkupNode) -> [String] {
        let elements = page.document.select(
            "descendant-or-self::*[count(*) = 1][text()[normalize-space()]]", from: node)
        return (elements ?? []).prefix(20).compactMap { element in
            guard let inner = element.children.first, let path = paths(to: element, in: node).last,
                let text = page.document.string("./text()[normalize-space()]", from: element)
            else { return nil }
            let (own, child) = ("\(path)/text()[normalize-space()]", "\(path)/\(inner.name)")
            let isMonth = isMonthOnly(text)
            guard isMonth ? isDayOnly(inner.text) : isDayOnly(text) && isMonthOnly(inner.text) else { return nil }
            let (month, day) = isMonth ? (own, child) : (child, own)
            return "concat(normalize-space(\(month)), '-', normalize-space(\(day)))"
        }
    }

    /// Whether an expression yields months alone.
    private func isOfMonths(_ expression: String, _ sample: [MarkupNode]) -> Bool {
        let texts = sample.compactMap { page.document.string(expression, from: $0) }.filter { dates.instant($0) != nil }
        return texts.allSatisfy(isWithoutDay)
    }

    /// `November 2026`, `2026-11`: a month with its year.
    func isWithoutDay(_ text: String) -> Bool {
        var text = trimmed(text)
        guard !isMonthOnly(text) else { return true }
        let numbers = text.withUTF8 { DateTokenizer.tokens($0) }.filter(\.isNumber).map(\.value)
        return numbers.count == 1 && numbers[0] > 31
    }

    private func isMonthOnly(_ text: String) -> Bool {
        // A month by its name makes a date of the same numbers.
        let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
        guard letters.allSatisfy({ ["年", "月", "년", "월"].contains($0) }) else { return false }
        let parts = trimmed(text).split { !("0"..."9").contains($0) }
        let counts = parts.map(\.utf8.count).sorted()
        return counts.count == 2 && counts[0] <= 2 && counts[1] == 4
    }

    func isDayOnly(_ text: String) -> Bool {
        let parts = trimmed(text).split { !("0"..."9").contains($0) }
        return parts.count == 1 && Int(parts[0]).map { (1...31).contains($0) } ?? false && trimmed(text).utf8.count < 6
    }

    /// The element before or behind, where it is of another kind: `<dt>` and `<dd>`, a head and the list below it, the
    /// first of two rows.
    private func besides(_ node: MarkupNode) -> [String] {
        let places = [
            "preceding-sibling::*[1]", "following-sibling::*[1]", "../preceding-sibling::*[1]",
            "../../preceding-sibling::*[1]", "../preceding-sibling::*[2]", "../preceding-sibling::*[3]",
            "preceding-sibling::*[2]", "following-sibling::*[2]",
            "following-sibling::*[3]", "following-sibling::*[4]",
        ]
        let words = [
            "preceding-sibling::text()[normalize-space()][1]", "following-sibling::text()[normalize-space()][1]",
        ]
        .filter { page.document.string($0, from: node).map { isDate(trimmed($0)) } ?? false }
        return words
            + places.flatMap { place -> [String] in
                guard let other = page.document.select(place, from: node)?.first, step(other) != step(node),
                    (page.document.select(".//a[@href]", from: other) ?? []).isEmpty
                else { return [] }
                // The second element need not be the second of its name.
                let named =
                    place.hasSuffix("[1]")
                    ? place.replacing("*", with: other.name) : "\(place)[self::\(other.name)]"
                guard !isDate(other.text) else { return [named] }
                let inner = leaves(in: other).filter { isDate($0.text) }.flatMap { paths(to: $0, in: other) }
                return inner.isEmpty ? labelled(named, in: node) : inner.map { named + $0.dropFirst() }
            }
    }

    /// `Court: … Date: 2026-11-28 Cause: …`: what begins behind each label of a text, where that is a day.
    private func labelled(_ place: String, in node: MarkupNode) -> [String] {
        let whole = "normalize-space(\(place))"
        guard let text = page.document.string(whole, from: node), text.utf8.count < 600 else { return [] }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
        return zip(parts, parts.dropFirst()).prefix(12).flatMap { before, after -> [String] in
            let name = before.suffix(24).split(omittingEmptySubsequences: false) { " ,;|，；、".contains($0) }.last ?? ""
            let mark = text[before.endIndex]
            guard name.contains(where: \.isLetter), !name.contains("'"), after.contains(where: \.isNumber) else {
                return []
            }
            let rest = "normalize-space(substring-after(\(whole), '\(name)\(mark)'))"
            return ["substring-before(concat(\(rest), ' '), ' ')", "substring(\(rest), 1, 17)"]
                .filter { page.document.string($0, from: node).map(isDate) ?? false }.prefix(1).map(\.self)
        }
    }

    /// `/2026/05/12/ruling`, `/t20260512_1.html`: where nothing else tells the day.
    private func addresses(in node: MarkupNode, of sample: [MarkupNode]) -> String? {
        let link = (node.name == "a" ? "." : ".//a[normalize-space()]") + "/@href"
        let dated = sample.count { node in
            guard let address = page.document.string(link, from: node), let day = Self.day(in: address) else {
                return false
            }
            return dates.instant(address)?.day == day || DatePattern(Self.joinedDay).instant(address, dates)?.day == day
        }
        return dated * 5 >= sample.count * 3 ? link : nil
    }

    /// The day that stands in an address, in the order of year, month and day.
    static func day(in address: String) -> Day? {
        let groups = address.split { !("0"..."9").contains($0) }
        for (index, year) in groups.enumerated() {
            if year.utf8.count == 8, let number = Int(year), (19_000_101...20_991_231).contains(number) {
                return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
            }
            guard year.utf8.count == 4, let number = Int(year), (1900...2099).contains(number),
                index + 2 < groups.count,
                let month = Int(groups[index + 1]), let day = Int(groups[index + 2]),
                address.utf8.distance(from: year.endIndex, to: groups[index + 2].startIndex)
                    == groups[index + 1].utf8.count + 2
            else { continue }
            return Day(year: number, month: month, day: day)
        }
        return nil
    }

    /// Expressions for an element in another, by its name or class, and by its place.
    func paths(to element: MarkupNode, in node: MarkupNode) -> [String] {
        var steps: [String] = []
        var inner = element
        while inner != node, let parent = inner.parent {
            let alike = parent.children.filter { $0.name == inner.name }
            steps.insert(
                alike.count > 1 ? "\(inner.name)[\((alike.firstIndex(of: inner) ?? 0) + 1)]" : inner.name, at: 0)
            inner = parent
        }
        guard !steps.isEmpty else { return ["."] }
        let (named, placed) = (".//\(step(element))", "./" + steps.joined(separator: "/"))
        return page.document.select(named, from: node)?.first == element ? [named, placed] : [placed]
    }
}
