import Model

/// Days whose year, or month and year, stand above the list.
extension RepeatedLinks {
    /// `28.11.` below a heading `November 2026`: expressions for the day with that year.
    func split(in node: MarkupNode) -> [String] {
        let days = pieces(of: node).filter { isDayAndMonth($0.text) }
        guard !days.isEmpty else { return headed(in: node) }
        let years = years(above: node)
        return days.prefix(3).flatMap { day in
            expressions(for: day, in: node).suffix(1).flatMap { path in
                years.flatMap { year -> [String] in
                    let text = "normalize-space(\(path))"
                    if trimmed(day.text).hasSuffix(".") { return ["concat(\(text), \(year))"] }
                    return [
                        "concat(\(year), '-', \(text))", "concat(\(year), '年', \(text))",
                        "concat(\(text), ' ', \(year))",
                    ]
                    .filter { page.document.string($0, from: node).map(isDate) ?? false }
                }
            }
        }
    }

    /// `28` below a heading `November 2026`, unless rows are only counted.
    private func headed(in node: MarkupNode) -> [String] {
        let days = pieces(of: node).filter {
            isDayOnly($0.text) && !sequence(first: $0, next: \.parent).contains { $0.name == "a" }
        }
        guard !days.isEmpty else { return [] }
        let months = places(above: node).filter { place in
            page.document.string(place, from: node).map { isDate($0) && isWithoutDay($0) } ?? false
        }
        return days.prefix(2).flatMap { day in
            expressions(for: day, in: node).suffix(1).filter { !isCount($0, from: node) }.flatMap { path in
                months.flatMap { month -> [String] in
                    let (day, month) = ("normalize-space(\(path))", "normalize-space(\(month))")
                    return [
                        "concat(\(day), ' ', \(month))", "concat(\(month), \(day))", "concat(\(month), \(day), '日')",
                        "concat(\(month), '-', \(day))", "concat(\(day), '/', \(month))",
                    ]
                    .filter { page.document.string($0, from: node).map { isDate($0) && !isWithoutDay($0) } ?? false }
                }
            }
        }
    }

    /// Whether figures only count the rows: each is one more than that of the row before.
    private func isCount(_ path: String, from node: MarkupNode) -> Bool {
        let rows = (page.document.select("../\(node.name)", from: node) ?? []).prefix(6)
        let figures = rows.compactMap { page.document.string(path, from: $0).flatMap { Int(trimmed($0)) } }
        return figures.first == 1 && zip(figures, figures.dropFirst()).allSatisfy { $1 == $0 + 1 }
    }

    /// A day and a month, in figures or by its name, and no year.
    func isDayAndMonth(_ text: String) -> Bool {
        var text = trimmed(text)
        guard text.utf8.count < 24 else { return false }
        let tokens = text.withUTF8 { DateTokenizer.tokens($0) }
        let numbers = tokens.filter(\.isNumber).map(\.value)
        let hasName = tokens.indices.contains {
            CalendarNames.month(at: $0, in: tokens, language: page.language) != nil
        }
        guard numbers.count == (hasName ? 1 : 2), numbers.allSatisfy({ (1...31).contains($0) }) else { return false }
        return hasName || numbers.contains { $0 <= 12 }
    }

    /// What stands above: a heading before the list, or what the element around it begins with.
    private func places(above node: MarkupNode) -> [String] {
        let headings = "preceding-sibling::*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::dt][1]"
        return [headings, "../\(headings)"]
            + ["..", "../..", "../../.."].flatMap {
                ["\($0)/text()[normalize-space()][1]", "\($0)/preceding-sibling::*[1]"]
            }
    }

    /// Expressions for the year in what stands above.
    private func years(above node: MarkupNode) -> [String] {
        places(above: node).compactMap { place in
            guard let text = page.document.string(place, from: node).map(trimmed), text.utf8.count < 60 else {
                return nil
            }
            let digits = text.filter { $0.isASCII && $0.isNumber }
            guard (4...6).contains(digits.count) else { return nil }
            let isYear = { (digits: Substring) in Int(digits).map { (1990...2099).contains($0) } ?? false }
            let figures = "translate(\(place), translate(\(place), '0123456789', ''), '')"
            if isYear(digits.prefix(4)) { return "substring(\(figures), 1, 4)" }
            return isYear(digits.suffix(4)) ? "substring(\(figures), string-length(\(figures)) - 3)" : nil
        }
    }
}
