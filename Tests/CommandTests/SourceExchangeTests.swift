import Testing

/// Lists of sources that go to other programs and come from them.
@Suite("Lists of sources as OPML") struct SourceExchangeTests {
    @Test("a source that goes by way of OPML keeps its name and its former ones, so that nothing is told twice")
    func formerNames() throws {
        let program = try Program.installed()
        let old = "{publisher: P, url: 'https://x.example/feed', jurisdiction: US, authority: court, "
        try program.write("- \(old)id: eu_oj.l, aliases: [court, first_court]}\n", to: "sources.yaml")
        let exported = try program.run("sources", "export").output
        try program.write(exported, to: "list.opml")
        let list = "\(program.folder)/list.opml"
        try program.write(
            "- {id: other, publisher: P, url: 'https://y.example/', jurisdiction: US, authority: court, aliases: [court]}\n",
            to: "sources.yaml")
        // What another source is or was called is no name of this one.
        let beside = try program.run("sources", "import", list).output
        #expect(beside.contains("- id: eu_oj.l\n") && beside.contains("  aliases: [first_court]\n"), "\(beside)")
        try program.write(
            "- {id: other, publisher: P, url: 'https://y.example/', jurisdiction: US, authority: court}\n",
            to: "sources.yaml")
        let imported = try program.run("sources", "import", list).output
        #expect(imported.contains("  aliases: [court, first_court]\n"), "\(imported)")
        let foreign = exported.replacing("/id/", with: "/name/")
        try program.write(foreign, to: "list.opml")
        #expect(try !program.run("sources", "import", list).output.contains("  aliases:"))
    }

    @Test("what is exported as OPML comes back with jurisdiction, authority, scope, name and publisher")
    func roundTrip() throws {
        let program = try Program.installed()
        try program.write(
            """
            - {id: de-court, publisher: 'Court, of <Law> & "Order"/Ordnung, 100%2F', title: Rulings, url: 'https://court.example/feed?a=1&b=2', jurisdiction: DE, authority: court, scope: topical, language: de, timezone: Europe/Berlin, every: 90m, backfill: 'https://court.example/feed?p={page}', alternative: 'https://court.example/a,b', terms: 'free, with 100% of the source named'}
            - {id: page, publisher: P, url: 'https://x.example/', jurisdiction: US, authority: regulator, format: page, select: {item: //li, title: ., link: a/@href}}
            - {id: int-blog, publisher: Blog, url: 'https://blog.example/feed', jurisdiction: INT, authority: commentary}

            """, to: "sources.yaml")
        let exported = try program.run("sources", "export")
        #expect(exported.errors.contains("Left out, as no feeds: page"))
        try program.write(exported.output, to: "list.opml")
        let feeds = try program.run("sources", "--json").objects().filter { $0["format"] as? String == "feed" }
        let imported = try program.run("sources", "import", "\(program.folder)/list.opml")
        #expect(imported.errors.contains("Watched already: https://blog.example/feed, as int-blog"))
        #expect(!imported.output.contains("- id:"), "\(imported.output)")
        try program.write(
            "- {id: int-blog, publisher: P, url: 'https://y.example/', jurisdiction: US, authority: commentary}\n",
            to: "sources.yaml")
        let renamed = try program.run("sources", "import", "\(program.folder)/list.opml").output
        #expect(renamed.contains("- id: int-blog-2\n"), "\(renamed)")
        try program.write(
            "- {id: other, publisher: P, url: 'https://y.example/', jurisdiction: US, authority: commentary}\n",
            to: "sources.yaml")
        let foreign = try program.run("sources", "import", "\(program.folder)/list.opml")
        for line in [
            "timezone: \"Europe/Berlin\"", "every: 90m", "backfill: \"https://court.example/feed?p={page}\"",
            "alternative: \"https://court.example/a,b\"", "terms: \"free, with 100% of the source named\"",
        ] { #expect(foreign.output.contains("  \(line)\n"), "\(line)") }
        try program.write(foreign.output, to: "sources.yaml")
        let after = try program.run("sources", "--json").objects()
        for key in ["id", "title", "url", "jurisdiction", "authority", "scope", "publisher"] {
            #expect(feeds.map { $0[key] as? String } == after.map { $0[key] as? String }, "\(key)")
        }
    }

    @Test("lists and feeds are read from pipes, too", arguments: ["-", "/dev/stdin"])
    func pipes(name: String) throws {
        let program = try Program.installed()
        try program.write(
            "- {id: blog, publisher: P, url: 'https://x.example/feed', jurisdiction: US, authority: commentary}\n",
            to: "sources.yaml")
        let list = try program.run("sources", "export").output
        try program.write(
            "- {id: other, publisher: P, url: 'https://y.example/', jurisdiction: US, authority: commentary}\n",
            to: "sources.yaml")
        let back = try program.run("sources", "import", name, input: list)
        #expect(back.status == 0 && back.output.contains("- id: blog"), "\(back.errors)")
        let feed = try program.run("inspect", name, input: Program.rulings)
        #expect(feed.status == 0 && feed.output.contains("rss-2.0: Opinions, 2 entries"), "\(feed.output)")
    }

    @Test("folders of another program's list are kept as comments, and one code may be set for all")
    func importsFolders() throws {
        let program = try Program.installed()
        try program.write(
            "<opml version='2.0'><body><outline text='Law'><outline text='Blog' xmlUrl='https://b.example/f' category='/x/y,FR'/></outline></body></opml>",
            to: "list.opml")
        let text = try program.run("sources", "import", "\(program.folder)/list.opml").output
        #expect(text.contains("# Folder: Law\n# Folder: x / y\n- id: blog"))
        #expect(text.contains("jurisdiction: FR"))
        let set = try program.run("sources", "import", "\(program.folder)/list.opml", "--jurisdiction", "CA").output
        #expect(set.contains("jurisdiction: CA"))
    }

    @Test(
        "a folder of another program is no country, unless a feed in it is of that country",
        arguments: [
            ("AI", "a.example", "INT"), ("IT", "b.example", "INT"), ("IT", "garante.gov.it", "IT"),
            ("EU", "edpb.europa.eu", "EU"),
        ])
    func foldersOfSubjects(folder: String, host: String, jurisdiction: String) throws {
        let program = try Program.installed()
        try program.write(
            "<opml version='2.0'><body><outline text='\(folder)'><outline text='A' xmlUrl='https://\(host)/rss'/></outline></body></opml>",
            to: "list.opml")
        let text = try program.run("sources", "import", "\(program.folder)/list.opml").output
        #expect(text.contains("  jurisdiction: \(jurisdiction)\n"), "\(text)")
        #expect(text.contains("# Folder: \(folder)\n") == (jurisdiction == "INT"))
    }

    @Test("addresses that differ in scheme or a last slash are one, and those that open a program are of the web")
    func sameAddress() throws {
        let program = try Program.installed()
        try program.write(
            "- {id: edpb, publisher: P, url: 'https://edpb.europa.eu/feed', jurisdiction: EU, authority: regulator}\n",
            to: "sources.yaml")
        try program.write(
            """
            <opml version='2.0'><body><outline text='A' xmlUrl='http://edpb.europa.eu/feed/'/>
            <outline text='B' xmlUrl='https://edpb.europa.eu/feed?sid=2'/><outline text='C' xmlUrl='feed://c.example/rss'/>
            <outline text='D' xmlUrl='feed:https://d.example/rss'/></body></opml>
            """, to: "list.opml")
        let list = try program.run("sources", "import", "\(program.folder)/list.opml")
        #expect(list.errors.contains("Watched already: http://edpb.europa.eu/feed/, as edpb"), "\(list.errors)")
        let urls = list.output.split(separator: "\n").filter { $0.hasPrefix("  url: ") }
        #expect(
            urls == [
                "  url: \"https://edpb.europa.eu/feed?sid=2\"", "  url: \"http://c.example/rss\"",
                "  url: \"https://d.example/rss\"",
            ])
    }

    @Test("what a foreign list says never becomes a key of a definition; what it holds beside feeds is told")
    func importsForeignList() throws {
        let program = try Program.installed()
        try program.write(
            """
            <opml version='2.0'><body><outline text='F&#10;- id: evil'>
            <outline text='N: &quot;q&quot; # &#10;- {a: b}' xmlUrl='https://b.example/f' language='en&#10;  every: 1m'/>
            </outline><outline text='X' xmlUrl='file:///etc/passwd'/><outline text='Y' xmlUrl='javascript:x'/>
            <outline text='Z' xmlUrl='https://b.example/f'/><outline text='Only a name' type='rss'/>
            <outline type='include' text='More' url='https://b.example/list.opml'/></body></opml>
            """, to: "list.opml")
        #expect(
            try program.run("sources", "import", "\(program.folder)/list.opml", "--jurisdiction", "XX").status == 64)
        let list = try program.run("sources", "import", "\(program.folder)/list.opml")
        for what in [
            "file:///etc/passwd", "javascript:x", "https://b.example/list.opml",
            "https://b.example/f is listed more than once", "\"Only a name\" has no address of a feed",
        ] {
            #expect(list.errors.contains(what))
        }
        try program.write(list.output, to: "sources.yaml")
        let sources = try program.run("sources", "--json").objects()
        #expect(sources.map { $0["title"] as? String } == ["N: \"q\" # - {a: b}"])
        #expect(list.output.contains("  language: en\n") && !list.output.contains("every"))
    }
}
