/// Where the members of a list have their link and their title.
extension RepeatedLinks {
    /// The link in the heading, else the first with a text that leads each member elsewhere: links to a category or an
    /// author stand beside it.
    func linkSelector(in sample: [MarkupNode]) -> String {
        let usual = ".//a[normalize-space()]"
        let others = ["(.//a[normalize-space()])[2]", "(.//a[normalize-space()])[last()]"]
        let found = (Self.headings.map { ".//\($0)//a[normalize-space()]" } + [usual] + others)
            .first { tells("\($0)/@href", sample) }
        return found ?? usual
    }

    private static let headings = ["h1", "h2", "h3", "h4", "h5", "h6"]

    /// An expression for the title where the links say the same for all members, or hold more than it; nil where the
    /// link's text is the title.
    func titleSelector(in sample: [MarkupNode], link: String) -> String? {
        let texts = sample.compactMap { page.document.string(link, from: $0).map(PlainText.clean) }
        let holdsMore = link == "." && sample.allSatisfy { $0.children.count > 1 }
        guard sample.count > 2, Set(texts).count * 2 <= sample.count || holdsMore else { return nil }
        return headings(in: sample) ?? longest(in: sample)
    }

    private func headings(in sample: [MarkupNode]) -> String? {
        Self.headings.map { ".//\($0)" }.first { tells($0, sample) }
    }

    /// The innermost elements with the most to say.
    private func longest(in sample: [MarkupNode]) -> String? {
        guard let first = sample.first else { return nil }
        let leaves = page.document.select(".//*[not(*)][normalize-space()]", from: first) ?? []
        let ranked = leaves.prefix(40).sorted { $0.text.utf8.count > $1.text.utf8.count }
        return ranked.lazy.filter { dates.instant($0.text) == nil }.flatMap { paths(to: $0, in: first) }
            .first { tells($0, sample) }
    }

    /// Whether an expression says something for every member, and not the same.
    private func tells(_ expression: String, _ sample: [MarkupNode]) -> Bool {
        let texts = sample.compactMap { page.document.string(expression, from: $0).map(PlainText.clean) }
            .filter { !$0.isEmpty }
        return texts.count == sample.count && Set(texts).count * 2 > sample.count
    }
}
