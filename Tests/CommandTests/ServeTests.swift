import Foundation
import LoopbackServers
import Testing

@Suite("The service") struct ServeTests {
    private static let schedule = "serve: {fetch: '*:*:*', digest: '*-*-01 00:00', jitter: none, listen: none}\n"

    private func wait(for condition: () throws -> Bool) throws {
        let end = Date() + 60
        while try !condition() {
            try #require(Date() < end, "waited in vain")
            usleep(50_000)
        }
    }

    @Test("it fetches by its schedule, tells its state, and ends when asked")
    func wholeLife() throws {
        let program = try Program.installed()
        let socket = "\(program.folder)/s"
        let settings = try String(contentsOfFile: "\(program.folder)/lexwatch.yaml", encoding: .utf8)
        try program.write(
            settings + Self.schedule.replacingOccurrences(of: "listen: none", with: "listen: 'unix:\(socket)'"),
            to: "lexwatch.yaml")
        let service = try program.start("serve")
        defer { service.terminate() }
        let request = Array("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)
        try wait { UnixClient.exchange(request, at: socket)?.contains("lexwatch_items 2\n") == true }
        let second = try program.run("serve")
        #expect(second.status == 75)
        #expect(second.errors.contains("process \(service.processIdentifier)"), "\(second.errors)")
        service.terminate()
        service.waitUntilExit()
        #expect(service.terminationStatus == 0)
        #expect(try program.run("check", "--offline").status == 0)
    }

    @Test("asked to end in the middle of a fetch it ends, and what it broke off says nothing about the source")
    func middleOfFetch() throws {
        let server = try HTTPServer { _ in
            usleep(30_000_000)
            return HTTPReply(status: 500, body: "")
        }
        defer { server.stop() }
        let program = try Program.installed(extra: "fetch: {allow-private: [127.0.0.0/8]}\n" + Self.schedule)
        try program.write(
            "- {id: slow, publisher: P, url: '\(server.url("/feed"))', jurisdiction: US, authority: court}\n",
            to: "sources.yaml")
        let service = try program.start("serve")
        try wait { !server.requests.isEmpty }
        service.terminate()
        service.waitUntilExit()
        #expect(service.terminationStatus == 0)
        let source = try #require(try program.run("sources", "--json").objects().first)
        #expect(source["health"] as? String != "failing", "\(source)")
        #expect(try program.run("check", "--offline").status == 0)
    }

    @Test(
        "the service manager is told of the start, of life, of a reload and of the end; a wrong reload changes nothing")
    func managed() throws {
        let program = try Program.installed(extra: Self.schedule)
        let manager = try NotifySocket(path: "\(program.folder)/n")
        let service = try program.start(
            "serve", environment: ["NOTIFY_SOCKET": manager.path, "WATCHDOG_USEC": "500000"])
        defer { service.terminate() }
        #expect(manager.waits(for: "READY=1"))
        #expect(manager.waits(for: "WATCHDOG=1"))
        let settings = try String(contentsOfFile: "\(program.folder)/lexwatch.yaml", encoding: .utf8)
        for text in [settings + "nonsense: 1\n", settings] {
            try program.write(text, to: "lexwatch.yaml")
            kill(service.processIdentifier, SIGHUP)
            #expect(manager.waits(for: "RELOADING=1\nMONOTONIC_USEC="))
            #expect(manager.waits(for: "READY=1\nSTATUS=fetch 2"))
        }
        service.terminate()
        #expect(manager.waits(for: "STOPPING=1"))
        service.waitUntilExit()
        #expect(service.terminationStatus == 0)
    }

    @Test("a wrong configuration does not begin")
    func wrongConfiguration() throws {
        let program = try Program.installed(extra: "serve: {fetch: 'Mun 08:00'}\n")
        let result = try program.run("serve")
        #expect(result.status == 78)
        #expect(result.errors.contains("lexwatch.yaml:4: serve.fetch: 'Mun 08:00' is no calendar expression"))
    }
}
