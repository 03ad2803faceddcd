/// Sources that servers on loopback play, for suites that follow them through commands.
protocol LoopbackSources {}

extension LoopbackSources {
    /// A program that watches some definitions, and may ask this machine.
    func program(_ sources: String) throws -> Program {
        let program = try Program.installed(extra: "fetch: {allow-private: [127.0.0.0/8], timeout: 30s}\n")
        try program.write(sources, to: "sources.yaml")
        return program
    }

    /// The definition of a source, with further keys after a comma.
    func source(_ id: String, _ url: String, _ more: String = "") -> String {
        "- {id: \(id), publisher: P, url: '\(url)', jurisdiction: US, authority: court, scope: topical\(more)}\n"
    }

    /// A page that lists rulings by their numbers, and where older ones are.
    static func list(_ numbers: some Sequence<Int>, next: String? = nil) -> String {
        let rows = numbers.map { "<li><a href='/r/\($0)'>Ruling number \($0)</a> <span>2026-03-\($0 + 10)</span></li>" }
        let link = next.map { "<a rel='next' href='\($0)'>older</a>" } ?? ""
        return "<html><title>Rulings</title><body><ul id='list'>\(rows.joined())</ul>\(link)</body></html>"
    }

    /// The selectors of such a page, up to the brace that closes them.
    static var select: String {
        ", format: page, select: {item: \"//ul[@id='list']/li\", title: .//a, link: .//a/@href, date: .//span, "
            + "next: \"//a[@rel='next']/@href\""
    }
}
