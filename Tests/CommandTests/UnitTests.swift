import Foundation
import LoopbackServers
import Testing

@Suite("The units for systemd") struct UnitTests {
    private static let folder = "\(Program.data)/../deploy/systemd"
    private static let services: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".service") }

    private func text(_ unit: String) throws -> String {
        try String(contentsOfFile: "\(Self.folder)/\(unit)", encoding: .utf8)
    }

    /// The arguments of the program in a unit's `ExecStart=`.
    private func arguments(_ unit: String, instance: String = "") throws -> [String] {
        let line = try #require(
            try text(unit).split(separator: "\n").first { $0.hasPrefix("ExecStart=/usr/bin/lexwatch ") })
        return line.split(separator: " ").dropFirst().map { $0.replacingOccurrences(of: "%i", with: instance) }
    }

    @Test("systemd finds no mistake in them, and an exposure of at most 1.2")
    func verified() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "\(Program.data)/../scripts/check-units")
        let said = Pipe()
        process.standardError = said
        process.standardOutput = said
        try process.run()
        let text = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(text)")
    }

    @Test("each starts a command that there is, and tells the operator when it fails", arguments: services)
    func commands(unit: String) throws {
        let command = try #require(try arguments(unit).first)
        #expect(try Program().run("help", command, places: false).status == 0)
        let isTeller = unit == "lexwatch-failure@.service"
        #expect(try text(unit).contains("OnFailure=lexwatch-failure@%n.service") != isTeller)
        #expect(try text(unit).contains("LoadCredential=smtp:lexwatch.smtp"))
    }

    @Test("a unit that failed is mailed once a day to the operator, with the password that is the unit's credential")
    func failure() throws {
        var behaviour = SMTPBehaviour()
        behaviour.login = ("watch", "open sesame")
        let mail = try SMTPServer(behaviour)
        defer { mail.stop() }
        let program = try Program.installed(
            extra: """
                delivery:
                  operator: ops@example.org
                  smtp: {url: '\(mail.url)', from: 'lexwatch <watch@example.org>', security: none, username: watch,
                         password-file: /etc/lexwatch/smtp}

                """)
        try program.write("open sesame\n", to: "credentials/smtp")
        try program.write("", to: "state/there")
        let command = try arguments("lexwatch-failure@.service", instance: "lexwatch.service")
        func fail(_ status: String) throws -> Program.Result {
            try program.run(
                command,
                environment: [
                    "CREDENTIALS_DIRECTORY": "\(program.folder)/credentials", "MONITOR_SERVICE_RESULT": "exit-code",
                    "MONITOR_EXIT_STATUS": status,
                ])
        }
        let first = try fail("78")
        #expect(first.status == 0, "\(first.errors)")
        #expect(!first.errors.contains("sesame") && !first.errors.contains("@example"), "\(first.errors)")
        let message = try #require(mail.messages.first)
        #expect(message.to == ["ops@example.org"])
        for part in ["lexwatch.service failed", "the configuration is wrong", "journalctl -u lexwatch.service"] {
            #expect(message.content.contains(part), "\(message.content)")
        }
        #expect(try fail("78").errors.contains("the operator knows"))
        #expect(mail.messages.count == 1)
        #expect(try fail("74").status == 0)
        #expect(mail.messages.count == 2, "another failure is told, too")
    }
}
