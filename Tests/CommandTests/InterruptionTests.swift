import Foundation
import LoopbackServers
import Testing

@Suite("Ctrl-C") struct InterruptionTests {
    /// The signals that whoever started the tests does not have them ignore.
    private static let signals = [SIGINT, SIGTERM].filter { number in
        var action = sigaction()
        sigaction(number, nil, &action)
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            != unsafeBitCast(SIG_IGN, to: Int.self)
    }

    @Test(
        "in the middle of a fetch it says that what is stored stays, ends by the signal, and blames no source",
        arguments: signals)
    func middleOfFetch(number: Int32) throws {
        let server = try HTTPServer { _ in
            usleep(30_000_000)
            return HTTPReply(status: 500, body: "")
        }
        defer { server.stop() }
        let program = try Program.installed(extra: "fetch: {allow-private: [127.0.0.0/8]}\n")
        try program.write(
            "- {id: slow, publisher: P, url: '\(server.url("/feed"))', jurisdiction: US, authority: court}\n",
            to: "sources.yaml")
        let errors = Pipe()
        let process = try program.start("run", errors: errors)
        let end = Date() + 60
        while server.requests.isEmpty, Date() < end { usleep(50_000) }
        kill(process.processIdentifier, number)
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == number)
        #expect(said == "lexwatch: interrupted; what is stored stays, and the next run does the rest\n")
        let source = try #require(try program.run("sources", "--json").objects().first)
        #expect(source["health"] as? String != "failing", "\(source)")
    }

    @Test("in the middle of a delivery a digest says the same, and ends by the signal", arguments: signals)
    func middleOfDigest(number: Int32) throws {
        let program = try Program.installed()
        try program.run("run")
        try program.write(
            "organisation: Test AG\nfeeds: [sources.yaml]\n"
                + "delivery: {sendmail: [/bin/sh, -c, 'touch \(program.folder)/begun; sleep 30']}\n",
            to: "lexwatch.yaml")
        let errors = Pipe()
        let process = try program.start("digest", "--again", errors: errors)
        let end = Date() + 60
        while !FileManager.default.fileExists(atPath: "\(program.folder)/begun"), Date() < end { usleep(50_000) }
        kill(process.processIdentifier, number)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == number)
        let said = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
        #expect(said == "lexwatch: interrupted; what is stored stays, and the next run does the rest\n")
    }

    @Test("a command that takes mail does not inherit what the run ignores", arguments: ["TERM", "PIPE"])
    func child(name: String) throws {
        let program = try Program.installed(
            extra: "delivery: {sendmail: [/bin/sh, -c, 'kill -\(name) $$; exit 0']}\n")
        let result = try program.run("run")
        #expect(result.unwrapped.contains("perhaps delivered"), "\(result.output) \(result.errors)")
    }
}
