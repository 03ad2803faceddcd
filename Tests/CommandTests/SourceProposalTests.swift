import Foundation
import LoopbackServers
import Testing

/// What `sources add` proposes, and why it proposes nothing.
@Suite("What could be watched at an address") struct SourceProposalTests {
    private static let list =
        "<ul class='rulings'>"
        + (1...6).map { "<li><a href='/r/\($0)'>Ruling number \($0)</a> <span>2026-03-0\($0)</span></li>" }.joined()
        + "</ul>"

    private func program(_ sources: String = "", fetch: String = "allow-private: [127.0.0.0/8], timeout: 30s") throws
        -> Program
    {
        let program = try Program.installed(extra: "fetch: {\(fetch)}\n")
        if !sources.isEmpty { try program.write(sources, to: "sources.yaml") }
        return program
    }

    private func site(_ replies: [String: HTTPReply]) throws -> HTTPServer {
        try HTTPServer { replies[$0.path] ?? HTTPReply(status: 404, body: "") }
    }

    @Test("the list that was asked for comes before a feed that is only guessed, and after those that the page names")
    func order() throws {
        let feed = HTTPReply(body: Fault.feed("One"))
        let head =
            "<html><head><link rel='alternate' type='application/rss+xml' href='/news.xml'>"
            + "<link rel='alternate' type='application/rss+xml' href='/old.xml'></head><body>"
        let server = try site([
            "/plain": HTTPReply(body: "<html><body>\(Self.list)</body></html>"),
            "/named": HTTPReply(body: "\(head)\(Self.list)</body></html>"), "/feed": feed, "/news.xml": feed,
            "/old.xml": HTTPReply(status: 410, body: ""),
        ])
        defer { server.stop() }
        let program = try program()
        let plain = try program.run("sources", "add", server.url("/plain"), "--json").objects()
        #expect(plain.map { $0["url"] as? String } == [server.url("/plain"), server.url("/feed")])
        let named = try program.run("sources", "add", server.url("/named"), "--json")
        let urls = try named.objects().map { $0["url"] as? String }
        #expect(urls == [server.url("/news.xml"), server.url("/named"), server.url("/feed")])
        #expect(named.errors.contains("Left out: \(server.url("/old.xml")) (declared): gone"), "\(named.errors)")
        // Each is told with its address.
        #expect(try program.run("sources", "add", server.url("/named")).lines.contains("2. \(server.url("/named"))"))
    }

    @Test("a menu without dates comes after a feed of the same site, and an empty feed is told as such")
    func menu() throws {
        let items = (1...6).map { "<li><a href='/about/\($0)'>What we do, part \($0)</a></li>" }.joined()
        let server = try site([
            "/": HTTPReply(body: "<html><body><ul>\(items)</ul></body></html>"),
            "/feed": HTTPReply(body: "<rss version='2.0'><channel><title>T</title></channel></rss>"),
        ])
        defer { server.stop() }
        let found = try program().run("sources", "add", server.url("/"), "--json").objects()
        #expect(found.first?["url"] as? String == server.url("/feed") && found.count > 1)
        #expect((found.first?["reason"] as? String)?.contains("holds no entry") == true)
    }

    @Test("lists in frames and feeds behind a page of feeds are found, and a list that a script makes is told")
    func elsewhere() throws {
        let server = try site([
            "/frames": HTTPReply(body: "<html><frameset><frame src='/menu'><frame src='/list'></frameset></html>"),
            "/list": HTTPReply(body: "<html><body>\(Self.list)</body></html>"),
            "/feeds": HTTPReply(body: "<html><body><a href='/rss.html'>RSS feeds</a></body></html>"),
            "/rss.html": HTTPReply(body: "<html><body><a href='/news.xml'>News</a></body></html>"),
            "/news.xml": HTTPReply(body: Fault.feed("One")),
            "/app": HTTPReply(body: "<html><body><script>window.__INITIAL_STATE__={}</script></body></html>"),
            "/plain": HTTPReply(body: "<html><body><p>Welcome</p></body></html>"),
            "/robots.txt": HTTPReply(body: "Sitemap: https://a.example/sitemap.xml\n"),
        ])
        defer { server.stop() }
        let program = try program()
        let framed = try program.run("sources", "add", server.url("/frames"), "--json").objects()
        #expect(framed.first?["url"] as? String == server.url("/list"))
        #expect((framed.first?["reason"] as? String)?.contains("in a frame of the page") == true)
        let named = try program.run("sources", "add", server.url("/feeds"), "--json").objects()
        #expect(named.first?["url"] as? String == server.url("/news.xml"))
        let app = try program.run("sources", "add", server.url("/app"))
        #expect(app.status == 65 && app.errors.contains("data of a script (__INITIAL_STATE__)"), "\(app.errors)")
        let plain = try program.run("sources", "add", server.url("/plain"))
        #expect(plain.errors.contains("https://a.example/sitemap.xml"), "\(plain.errors)")
    }

    @Test("an address that is watched is not saved twice, and a second one of a host is named after its path")
    func twice() throws {
        let feed = HTTPReply(body: Fault.feed("One"))
        let server = try site(["/rulings.xml": feed, "/rulings.xml?2": feed])
        defer { server.stop() }
        let url = server.url("/rulings.xml")
        let program = try program(
            "- {id: 127-0-0-1, publisher: P, url: '\(server.url("/x"))', jurisdiction: US, authority: court}\n")
        let file = "\(program.folder)/sources.yaml"
        #expect(try program.run("sources", "add", url, "--save", file).output.contains("- id: 127-0-0-1-rulings\n"))
        let again = try program.run("sources", "add", url, "--save", file)
        #expect(again.status == 65)
        #expect(again.errors.contains("watched already as '127-0-0-1-rulings'"), "\(again.errors)")
        #expect(try program.run("sources", "--json").objects().count == 2)
        let nowhere = try program.run(
            "sources", "add", server.url("/rulings.xml?2"), "--save", "\(program.folder)/no/x.yaml")
        #expect(nowhere.status == 73 && nowhere.errors.contains("/no: No such file or directory"), "\(nowhere.errors)")
    }

    @Test(
        "the file to save to may be missing or hold no source yet; the rest of the configuration counts all the same",
        arguments: [nil, "", "[]\n", "# Ours\n\n", "# Ours\n[]  # none yet\n", "  - \(other)\n", "- \(other)"])
    func newCatalogue(text: String?) throws {
        let server = try site(["/feed": HTTPReply(body: Fault.feed("One"))])
        defer { server.stop() }
        let program = try program()
        try program.write(
            "organisation: T\nfeeds: [local.yaml]\nfetch: {allow-private: [127.0.0.0/8]}\n", to: "lexwatch.yaml")
        if let text { try program.write(text, to: "local.yaml") }
        let added = try program.run("sources", "add", server.url("/feed"), "--save", "\(program.folder)/local.yaml")
        #expect(added.status == 0 && !added.errors.contains("List it"), "\(added.errors)")
        let ids = try program.run("sources", "--json").objects().compactMap { $0["id"] as? String }
        #expect(ids == (text?.contains("other") == true ? ["other"] : []) + ["127-0-0-1"])
    }

    @Test("a catalogue that the configuration lists may be named by a link, and by the file that it leads to")
    func link() throws {
        let feed = HTTPReply(body: Fault.feed("One"))
        let server = try site(["/a/feed": feed, "/b/feed": feed])
        defer { server.stop() }
        let program = try program("- \(Self.other)\n")
        let (link, file) = ("\(program.folder)/sources.yaml", "\(program.folder)/ours.yaml")
        try FileManager.default.moveItem(atPath: link, toPath: file)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "ours.yaml")
        for (path, target) in [("/a/feed", link), ("/b/feed", file)] {
            let added = try program.run("sources", "add", server.url(path), "--save", target)
            #expect(added.status == 0 && !added.errors.contains("List it"), "\(added.errors)")
        }
        #expect(try program.run("sources", "--json").objects().count == 3)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "ours.yaml")
    }

    private static let other =
        "{id: other, publisher: P, url: 'https://x.example/', jurisdiction: US, authority: court}"

    @Test(
        "what is wrong with the configuration, or with the file to save to, is told instead of going on without it",
        arguments: [
            ("organisation: T\nfeeds: [gone.yaml]\n", "", 78, "there is no file 'gone.yaml'"),
            (
                "organisation: T\nfeeds: [local.yaml]\nfetch: {allow-private: [127.0.0.0/8]}\n", "[\(other)]\n", 78,
                "stands in brackets"
            ),
            (
                "organisation: T\nfeeds: [local.yaml]\nfetch: {allow-private: [127.0.0.0/8]}\n", "a: b\n", 78,
                "must be a list"
            ),
        ])
    func wrongConfiguration(settings: String, catalogue: String, status: Int32, words: String) throws {
        let server = try site(["/feed": HTTPReply(body: Fault.feed("One"))])
        defer { server.stop() }
        let program = try program()
        try program.write(settings, to: "lexwatch.yaml")
        try program.write(catalogue, to: "local.yaml")
        let added = try program.run("sources", "add", server.url("/feed"), "--save", "\(program.folder)/local.yaml")
        #expect(added.status == status && added.errors.contains(words), "\(added.errors)")
    }

    @Test(
        "the answer of an API is proposed with its paths, be it a list or an object that holds one",
        arguments: [
            "[ROWS]", #"{"count": 3, "next_page_url": "NEXT", "data": {"results": [ROWS]}}"#,
        ])
    func api(body: String) throws {
        let rows = (1...3).map {
            #"{"id": \#($0), "title": "Notice \#($0)", "html_url": "/n/\#($0)", "date": {"published": "2026-03-0\#($0)"}, "comments_close_on": "2026-05-01", "effective_date": "2026-09-01"}"#
        }
        let text = body.replacing("ROWS", with: rows.joined(separator: ",")).replacing("NEXT", with: "/api?page=2")
        let server = try site(["/api": HTTPReply(headers: [("Content-Type", "application/json")], body: text)])
        defer { server.stop() }
        let program = try program()
        try program.write(
            "organisation: T\nfeeds: [local.yaml]\nfetch: {allow-private: [127.0.0.0/8]}\n", to: "lexwatch.yaml")
        let added = try program.run("sources", "add", server.url("/api"), "--save", "\(program.folder)/local.yaml")
        #expect(added.output.contains("2026-03-01  Notice 1") && added.output.contains("format: json"), "\(added)")
        #expect(
            added.output.contains("    facts:\n") && added.output.contains("deadline: \"comments_close_on\""),
            "\(added)")
        #expect(added.output.contains("next: \"next_page_url\"") == body.contains("NEXT"))
        #expect(try program.run("fetch", "--json").objects().first?["new"] as? Int == 3)
    }

    @Test(
        "what is shown is what the definition reads, whatever the titles look like",
        arguments: [("en", "No. 25-100#"), ("en", "Doe v. Roe: the court grants motion #"), ("de", "Az. # O 17/26")])
    func asShown(language: String, title: String) throws {
        let rows = (1...9).map { day in
            "<tr><td><a href='/op/\(day).pdf'>\(title.replacing("#", with: "\(day)"))</a></td><td>11/0\(day)/26</td></tr>"
        }
        let server = try site([
            "/": HTTPReply(body: "<html lang='\(language)'><body><table>\(rows.joined())</table></body></html>")
        ])
        defer { server.stop() }
        let program = try program("[]\n")
        let added = try program.run(
            "sources", "add", server.url("/"), "--save", "\(program.folder)/sources.yaml", "--json")
        let shown = try #require(added.objects().first)
        #expect((shown["definition"] as? String)?.contains("  language: \(language)") == true, "\(shown)")
        _ = try program.run("fetch", "--all")
        let days = try program.run("items", "--json").objects().compactMap { ($0["published"] as? String)?.prefix(10) }
        let preview = try #require(shown["preview"] as? [String]).map { $0.prefix(10) }
        #expect(preview.count == 4 && Set(preview).isSubset(of: Set(days)), "\(preview) \(days)")
        #expect(preview.first == (language == "en" ? "2026-11-01" : "2026-01-11"))
    }

    @Test(
        "where nothing can be watched, what came is told",
        arguments: [
            (#"{"status": "fine"}"#, "format: json"), ("<html><title>Sign in</title></html>", "a login page came"),
            ("<html><title>Law</title><p>Nothing here</p></html>", "neither a feed nor a list"),
        ])
    func nothing(body: String, words: String) throws {
        let server = try site(["/": HTTPReply(body: body)])
        defer { server.stop() }
        let result = try program().run("sources", "add", server.url("/"))
        #expect(result.status == 65 && result.errors.contains(words), "\(result.errors)")
    }

    @Test(
        "where a list goes on is proposed, too",
        arguments: ["<a rel='next' href='/p?2'>2</a>", "<a href='/p?2'>下一页 ></a>", "<a href='/p?2'>Next page »</a>"])
    func next(link: String) throws {
        let server = try site([
            "/p": HTTPReply(body: "<html><body>\(Self.list)\(link)</body></html>"),
            "/p?2": HTTPReply(body: "<html><body>\(Self.list.replacing("/r/", with: "/s/"))</body></html>"),
        ])
        defer { server.stop() }
        let program = try program(
            "- {id: x, publisher: P, url: 'https://x.example/', jurisdiction: US, authority: court}\n")
        let file = "\(program.folder)/sources.yaml"
        #expect(try program.run("sources", "add", server.url("/p"), "--save", file).output.contains("    next: "))
        let check = try program.run("sources", "check", "127-0-0-1")
        #expect(check.output.contains("older entries: \(server.url("/p?2"))"), "\(check.output)")
    }

    @Test("each reason for which an address cannot be read has a remedy of its own")
    func remedies() throws {
        let server = try site([
            "/gone": HTTPReply(status: 410, body: ""),
            "/busy": HTTPReply(status: 429, headers: [("Retry-After", "60")], body: ""),
        ])
        defer { server.stop() }
        let closed = try HTTPServer(routes: [:])
        closed.stop()
        let (allowed, strict) = (try program(), try program(fetch: "timeout: 30s"))
        for (program, url, status, words) in [
            (strict, server.url("/"), 69, "allow-private"), (allowed, server.url("/gone"), 69, "took its place"),
            (allowed, server.url("/busy"), 69, "wait until then"), (allowed, server.url("/none"), 69, "in a browser"),
            (allowed, closed.url("/"), 69, "lexwatch check"), (allowed, "ftp://x.example/", 64, "https:// or http://"),
            (allowed, "file:/etc/passwd", 64, "url: file:"), (allowed, "x.example/law", 64, "https://x.example/law"),
        ] as [(Program, String, Int32, String)] {
            let result = try program.run("sources", "add", url)
            #expect(result.status == status && result.errors.contains(words), "\(url): \(result.errors)")
        }
    }
}
