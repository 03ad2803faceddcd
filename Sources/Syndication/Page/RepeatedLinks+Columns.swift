import Model

/// Which of several days of a member is that of its publication.
extension RepeatedLinks {
    /// The expression whose day is that of publication, by the head of its column, what stands before it or its class,
    /// else the first that is not still to come.
    func ofPublication(_ expressions: [String], _ sample: [MarkupNode]) -> String? {
        guard expressions.count > 1, let first = sample.first else { return expressions.first }
        let ranks = expressions.map { expression in
            let days = sample.compactMap { page.document.string(expression, from: $0).flatMap(dates.instant) }
            let isToCome = now.map { now in days.count { $0 > now.adding(days: 1) } * 2 > days.count } ?? false
            return rank(names(of: expression, in: first), isToCome: isToCome)
        }
        return zip(ranks, expressions).min { $0.0 < $1.0 }?.1
    }

    private func rank(_ names: String, isToCome: Bool) -> Int {
        var copy = names
        let words = copy.withUTF8 { DateTokenizer.tokens($0) }.filter { $0.kind == .word }.map(\.word)
        func says(_ known: Set<String>) -> Bool {
            words.contains { word in
                // Words in Chinese characters or Hangul stand beside that of the day without a space.
                known.contains(word) || (!word.utf8.contains { $0 < 0x80 } && known.contains { word.hasPrefix($0) })
            } || known.contains { !$0.utf8.contains { $0 < 0x80 } && names.contains($0) }
        }
        if says(CalendarWords.validity) { return 3 }
        if isToCome { return 2 }
        return says(CalendarWords.publication) ? 0 : 1
    }

    /// What the page calls a day: the head of its column, its label, and the names that programs give it.
    private func names(of expression: String, in node: MarkupNode) -> String {
        guard let found = page.document.select(expression, from: node)?.first,
            let element = found.isElement ? found : found.parent
        else {
            // What an expression takes to pieces it names by its label.
            return expression.contains("substring-after(")
                ? expression.split(separator: "'").dropFirst().first.map(String.init) ?? "" : ""
        }
        var names = ["class", "id", "itemprop"].compactMap { element[$0] }
        // Beside a row stands the head of all its columns.
        let around = sequence(first: element, next: \.parent).prefix { $0 != node && $0.name != "tr" }
        let label = "preceding-sibling::node()[normalize-space()][1][not(descendant-or-self::a)]"
        names += around.prefix(3).compactMap { page.document.string(label, from: $0) }
            .filter { !$0.isEmpty && $0.utf8.count < 40 && !isDate($0) }.prefix(1)
        if let cell = around.first(where: { $0.name == "td" }) {
            let place = page.document.string("string(count(preceding-sibling::*) + 1)", from: cell) ?? ""
            let head = "ancestor::table[1]//tr[th][1]/*[\(place)][self::th]"
            names += [page.document.string(head, from: cell) ?? ""]
        }
        return names.joined(separator: " | ")
    }
}
