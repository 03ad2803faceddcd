import Foundation
import LoopbackServers
import Synchronization
import Testing

/// How sources are listed, named, added and told to programs, over real sockets.
@Suite("Sources as they are listed and added") struct SourceListingTests: LoopbackSources {
    @Test("the listing has every figure in 80 columns, and says what is wrong in full")
    func listing() throws {
        let server = try HTTPServer(routes: ["/good": HTTPReply(body: Fault.feed("One"))])
        defer { server.stop() }
        let program = try program(source("good", server.url("/good")) + source("bad", server.url("/missing")))
        try program.run("fetch")
        let lines = try program.run("sources").lines
        #expect(
            lines.first?.split(separator: " ").map(String.init)
                == ["source", "health", "success", "fails", "week", "span", "due", "gaps"])
        #expect(lines.allSatisfy { $0.count <= 80 })
        #expect(
            lines.dropFirst().prefix(2).map { $0.trimmingCharacters(in: .whitespaces) }.last == "not-found: status 404")
        let check = try program.run("sources", "check", "bad").output
        #expect(check.contains("1 failure in a row") && check.contains("failed: not-found"))
    }

    @Test("a day that an API states and nobody can read is a warning, and what is not printed is counted")
    func unreadDays() throws {
        let rows = ["19 Jan", "soon", "2027-03-01", "March 2, 2027", "tba", "19/2027"].enumerated().map {
            "{\"title\": \"Proposed rule \($0)\", \"url\": \"https://a.example/\($0)\", \"due\": \"\($1)\"}"
        }
        let program = try program(
            source(
                "api", "file:api.json",
                ", format: json, json: {title: title, link: url, facts: {deadline: due}}"))
        try program.write("[\(rows.joined(separator: ","))]", to: "api.json")
        let fetched = try program.run("fetch")
        #expect(fetched.output.contains("warning api: item 1: 'deadline' cannot be read: 19 Jan"), "\(fetched.output)")
        #expect(fetched.unwrapped.contains("warning api: and 1 more; `lexwatch sources list api --json`"))
        let view = try #require(try program.run("sources", "list", "api", "--json").objects().first)
        let items = (view["warnings"] as? [String] ?? []).map { $0.prefix(7) }
        #expect(items == ["item 1:", "item 2:", "item 5:", "item 6:"])
    }

    @Test("a name is told whole, so that it can be copied; who names sources gets these, in their order")
    func names() throws {
        let server = try HTTPServer(routes: ["/good": HTTPReply(body: Fault.feed("One"))])
        defer { server.stop() }
        let long = "eu-parliament-council-proposals"
        let program = try program(
            source("b", server.url("/missing")) + source(long, server.url("/good")) + source("a", server.url("/good?1"))
        )
        let listed = try program.run("sources")
        #expect(listed.lines.contains(long) && listed.lines.allSatisfy { $0.count <= 80 }, "\(listed.output)")
        #expect(try program.run("sources", "a", "--json").objects().map { $0["id"] as? String } == ["a"])
        let wrong = try program.run("sources", "eu-parliament-council-proposal")
        #expect(wrong.status == 65 && wrong.errors.contains("Did you mean '\(long)'"))
        for order in [["b", "a", long], [long, "a", "b"]] {
            let checked = try program.run(["sources", "check", "--json"] + order).objects()
            #expect(checked.map { $0["source"] as? String } == order)
        }
    }

    @Test("a name that a source had before is understood wherever one is asked for, and told")
    func formerNames() throws {
        let server = try HTTPServer(routes: ["/good": HTTPReply(body: Fault.feed("One"))])
        defer { server.stop() }
        let program = try program(source("court", server.url("/good")))
        try program.run("fetch")
        try program.write(source("tribunal", server.url("/good"), ", aliases: [court]"), to: "sources.yaml")
        let commands = [
            ["fetch", "court", "--json"], ["sources", "court"], ["sources", "check", "court"],
            ["items", "--source", "court"], ["sources", "hand-check", "court", "--note", "looked"],
        ]
        for command in commands {
            let result = try program.run(command)
            #expect(result.status == 0, "\(command): \(result)")
            #expect(result.errors.contains("The source 'court' is called 'tribunal' now."), "\(result)")
            #expect(result.output.contains("tribunal"), "\(result)")
        }
        #expect(try program.run("items", "--source", "court", "--json").lines.count == 1)
        let moved = try program.run("sources", "moved", "--accept", "court")
        #expect(moved.errors.contains("the source 'tribunal' has not moved for good"), "\(moved)")
    }

    @Test(
        "the password in a source's address is told to nobody, also where robots.txt forbids the page or fails",
        arguments: [200, 500])
    func password(status: Int) throws {
        let server = try HTTPServer { request in
            request.path == "/robots.txt"
                ? HTTPReply(status: status, body: "User-agent: *\nDisallow: /list") : HTTPReply(body: Self.list(1...3))
        }
        defer { server.stop() }
        let url = server.url("/list").replacing("http://", with: "http://watch:geheim@")
        let program = try program(source("court", url, Self.select + "}"))
        for arguments in [["fetch", "--json"], ["sources"], ["sources", "check"], ["sources", "gaps", "--json"]] {
            let result = try program.run(arguments)
            #expect(result.output.contains("robots"), "\(result)")
            #expect(!(result.output + result.errors).contains("geheim"), "\(result)")
        }
    }

    @Test("what is added gets a name that nobody has, and a name that somebody has is refused")
    func adding() throws {
        let server = try HTTPServer { request in
            request.path == "/list" ? HTTPReply(body: Self.list(1...9)) : HTTPReply(status: 404, body: "")
        }
        defer { server.stop() }
        let program = try program(source("127-0-0-1", server.url("/other")))
        let file = "\(program.folder)/sources.yaml"
        let added = try program.run("sources", "add", server.url("/list"), "--save", file)
        #expect(added.status == 0, "\(added.errors)")
        #expect(added.output.contains("2026-03-19") || added.output.contains("2026-03-11"))
        #expect(try program.run("fetch", "127-0-0-1-list", "--json").objects().first?["new"] as? Int == 9)
        let twice = try program.run("sources", "add", server.url("/list"), "--save", file)
        #expect(twice.output.contains("watched already as 127-0-0-1-list") && twice.status == 65)
    }

    @Test(
        "the language of a proposal is what its titles are in, where the page says none or another",
        arguments: [
            ("<html>", "Постановление Пленума об авторском праве", "ru"),
            ("<html lang='en'>", "关于知识产权审判的公告", "zh-Hans"), ("<html lang='fr'>", "Avis de la commission", "fr"),
            ("<html>", "Bekanntmachung der Kommission über die Rechte", "de"), ("<html>", "Ruling", "en"),
        ])
    func proposedLanguage(start: String, title: String, language: String) throws {
        let rows = (1...5).map { "<li><i>2026-03-0\($0)</i> <a href='/r/\($0)'>\(title) \($0)</a></li>" }
        let server = try HTTPServer { [body = "\(start)<body><ul>\(rows.joined())</ul></body></html>"] request in
            request.path == "/list" ? HTTPReply(body: body) : HTTPReply(status: 404, body: "")
        }
        defer { server.stop() }
        let added = try program("").run("sources", "add", server.url("/list"))
        #expect(added.output.contains("language: \(language)\n"), "\(added.output)")
    }

    @Test("what the listing, check and the gaps tell a person they tell a program, too")
    func sameInJSON() throws {
        let isShort = Mutex(false)
        let server = try HTTPServer { request in
            if request.path == "/missing" { return HTTPReply(status: 404, body: "") }
            let whole = Fault.feed("One").replacing("</item>", with: "</item><item><title>Two</title></item>")
            return HTTPReply(body: isShort.withLock { $0 } ? String(whole.prefix(whole.count - 33)) : whole)
        }
        defer { server.stop() }
        let program = try program(source("feed", server.url("/feed")) + source("wall", server.url("/missing")))
        isShort.withLock { $0 = true }
        let fetched = try program.run("fetch").output
        #expect(fetched.contains("warning feed: the last entry broke off"), "\(fetched)")
        try program.run("sources", "hand-check", "wall", "--note", "nothing new", "--as", "ann")
        let sources = try program.run("sources", "--json").objects()
        let feed = try #require(sources.first { $0["id"] as? String == "feed" })
        let wall = try #require(sources.first { $0["id"] as? String == "wall" })
        #expect((feed["warnings"] as? [String])?.first?.hasPrefix("the last entry broke off") == true)
        #expect((wall["handCheck"] as? [String: Any])?["note"] as? String == "nothing new")
        let listed = try program.run("sources").output
        #expect(listed.contains("warning: the last entry broke off") && listed.contains("ann looked by hand on"))
        let check = try program.run("sources", "check", "wall", "feed", "--json").objects()
        let checked = Dictionary(uniqueKeysWithValues: check.map { ($0["source"] as? String, $0) })
        #expect(checked["wall"]?["cause"] as? String == "not-found" && checked["wall"]?["status"] as? Int == 404)
        #expect(checked["feed"]?["entries"] as? Int == 1 && checked["feed"]?["status"] as? Int == 200)
        for name in ["ann", "bob"] {
            let said = try program.run("sources", "gaps", "--acknowledge", "1", "--note", "by \(name)", "--as", name)
            #expect(said.output.contains("It was before, by ann") == (name == "bob"), "\(said.output)")
        }
        let gap = try #require(try program.run("sources", "gaps", "--all", "--json").objects().first)
        #expect(gap["acknowledgedBy"] as? String == "ann" && gap["note"] as? String == "by ann")
        #expect(try program.run("audit", "verify", "--json").objects().first?["isIntact"] as? Bool == true)
        let gaps = try program.run("sources", "gaps", "--all")
        #expect(gaps.output.contains("acknowledged by ann: by ann") && gaps.lines.allSatisfy { $0.count <= 80 })
    }
}
