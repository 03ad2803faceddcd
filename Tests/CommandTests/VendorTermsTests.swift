import Foundation
import LoopbackServers
import Synchronization
import Testing

@Suite("A vendor's terms, watched") struct VendorTermsTests {
    private static let training = "We will not use your prompts to train our models."
    private static let retention = "We retain logs for 30 days."

    private func page(_ clauses: [String]) -> String {
        "<html><head><title>Terms of Acme Writer</title></head><body><nav>Home Prices</nav><main><h1>Terms</h1>"
            + clauses.map { "<p>\($0)</p>" }.joined() + "</main></body></html>"
    }

    private func program(_ server: HTTPServer) throws -> Program {
        let program = try Program.installed(extra: "fetch: {allow-private: [127.0.0.0/8], timeout: 30s}\n")
        try program.write(
            """
            - id: acme-terms
              publisher: Acme
              url: '\(server.url("/terms"))'
              format: page
              select: {item: //main, title: //title, link: /, summary: .}
              jurisdiction: US
              authority: vendor

            """, to: "sources.yaml")
        try program.write(
            """
            owners:
              - {id: counsel, name: Counsel, email: counsel@example.org}
              - {id: buyer, name: Buyer, email: buyer@example.org}
            policies:
              - {id: genai-use, title: Acceptable use of generative AI, owner: counsel, topics: [training-data]}
            tools:
              - {id: writer, name: Acme Writer, vendor: Acme, class: approved, owner: buyer, terms: [acme-terms]}

            """, to: "register.yaml")
        return program
    }

    private func alerts(_ program: Program) throws -> [String: [[String: Any]]] {
        let rows = try program.run("alerts", "--tool", "writer", "--json").objects().filter {
            ($0["owner"] as? String) == "buyer"
        }
        return Dictionary(
            grouping: rows.flatMap { $0["reasons"] as? [[String: Any]] ?? [] }.filter {
                $0["kind"] as? String == "terms"
            }
        ) { $0["value"] as? String ?? "" }
    }

    @Test("a changed clause is quoted old and new to the tool's owner, a lost one says where to look")
    func changes() throws {
        let clauses = Mutex([Self.training, Self.retention])
        let server = try HTTPServer { _ in
            HTTPReply(
                headers: [("Content-Type", "text/html; charset=utf-8")], body: page(clauses.withLock { $0 }))
        }
        defer { server.stop() }
        let program = try program(server)
        #expect(try program.run("run").status == 0)
        let absent = ["indemnity, no such clause found", "ownership, no such clause found"]
        #expect(try alerts(program).keys.sorted() == absent)

        clauses.withLock { $0[0] = "We may use your prompts to train our models." }
        try program.run("run", "--all")
        let changed = try alerts(program)
        #expect(changed.keys.sorted() == absent + ["training"])
        let evidence = try #require(changed["training"]?.first?["evidence"] as? [[String: Any]])
        let quotes = evidence.compactMap { $0["words"] as? String }
        #expect(quotes.count == 2 && quotes[0].hasSuffix(Self.training), "\(quotes)")
        #expect(quotes.last?.hasSuffix("We may use your prompts to train our models.") ?? false, "\(quotes)")
        let shown = try program.run("alerts", "--tool", "writer", "--why").output
        #expect(shown.contains("− Terms We will not") && shown.contains("+ Terms We may"))

        try program.run("run", "--all")
        #expect(try alerts(program).count == 3)

        clauses.withLock { _ = $0.removeLast() }
        try program.run("run", "--all")
        #expect(try alerts(program).keys.sorted() == absent + ["retention, not found any more", "training"])
        #expect(try program.run("alerts", "--tool", "writer", "--why").output.contains("look here"))
        let digest = try program.run("digest", "--owner", "buyer", "--output", "-")
        #expect(digest.output.contains("look here"), "\(digest.errors)")
        #expect(try program.run("audit", "verify").status == 0)

        clauses.withLock { $0 = ["We retain everything for ever.", "Be well."] }
        let number = try #require(
            try program.run("alerts", "--tool", "writer", "--json").objects().first?["id"] as? Int)
        #expect(try program.run("assess", "\(number)", "needs-update", "--note", "told the vendor").status == 0)
        try program.run("run", "--all")
        let again = try alerts(program)
        #expect(again.keys.sorted() == ["retention, new", "training, not found any more"])
    }

    @Test("of two pages one comes at another address: it is compared with the page whose place it takes")
    func movedPage() throws {
        let other = "<main><h1>Price list</h1><p>Prices are net. We retain invoices for ten years.</p></main>"
        let first = Mutex(("/terms", "We will not use your prompts to train our models. Your seat is yours. Be well."))
        let server = try HTTPServer { request in
            let (path, terms) = first.withLock { $0 }
            return HTTPReply(
                headers: [("Content-Type", "application/atom+xml")],
                body: "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title>"
                    + [(path, terms), ("/prices", other)].map { path, text in
                        "<entry><id>https://acme.example\(path)</id><title>Page \(path)</title>"
                            + "<content type='html'><![CDATA[\(text)]]></content></entry>"
                    }.joined() + "</feed>")
        }
        defer { server.stop() }
        let program = try program(server)
        try program.write(
            "- {id: acme-terms, publisher: Acme, url: '\(server.url("/feed"))', jurisdiction: US, authority: vendor}\n",
            to: "sources.yaml")
        try program.run("run")
        let before = try alerts(program).keys.sorted()
        first.withLock {
            $0 = ("/terms-2027", "We may use your prompts to train our models. Your seat is yours. Be well.")
        }
        try program.run("run", "--all")
        #expect(try alerts(program).keys.sorted() == (before + ["training"]).sorted())
    }

    @Test("terms that no source holds are a mistake with file and line")
    func unknownSource() throws {
        let program = try Program.installed()
        try program.write(
            """
            owners: [{id: counsel, name: Counsel}]
            tools:
              - id: writer
                name: Acme Writer
                owner: counsel
                terms: [cort]

            """, to: "register.yaml")
        let check = try program.run("register", "check")
        #expect(check.status == 78)
        #expect((check.output + check.errors).contains("register.yaml:6"))
        #expect((check.output + check.errors).contains("did you mean 'court'?"))
    }
}
