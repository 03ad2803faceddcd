import Foundation
import Testing

@testable import Watch

@Suite("What systemd is to run") struct InstalledUnitsTests {
    /// What is found where a folder of units holds these files.
    private func found(_ files: [String: String], isRunning: Bool = true) throws -> [CheckFinding] {
        let folder = NSTemporaryDirectory() + "lexwatch-units-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for name in ["multi-user.target.wants", "timers.target.wants"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        }
        for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
        return InstalledUnits(folder: folder, sign: isRunning ? folder : "\(folder)/none").findings
    }

    @Test(
        "a timer that is not enabled is told with the command, unless the service does its work",
        arguments: [
            ([], ["lexwatch.timer", "lexwatch-fetch.timer"]),
            (["timers.target.wants/lexwatch.timer"], ["lexwatch-fetch.timer"]),
            (["timers.target.wants/lexwatch.timer", "timers.target.wants/lexwatch-fetch.timer"], []),
            (["multi-user.target.wants/lexwatch-serve.service"], []),
        ])
    func timers(enabled: [String], told: [String]) throws {
        let findings = try found(Dictionary(uniqueKeysWithValues: enabled.map { ($0, "") }))
        #expect(
            findings.filter { $0.level != .fine }.map(\.remedy) == told.map { "systemctl enable --now \($0)" })
    }

    @Test("a unit of an earlier installation whose program is gone is told with the way to be rid of it")
    func stale() throws {
        let units = [
            "lexwatch.service": "[Service]\nExecStart=-/usr/local/bin/lexwatch-that-is-gone run\n",
            "lexwatch-fetch.service": "[Service]\nExecStart=/bin/sh -c true\nExecStartPre=true\n",
        ]
        let bad = try found(units).filter { $0.level == .bad }
        #expect(bad.count == 1)
        #expect(bad.first?.what.contains("lexwatch.service starts /usr/local/bin/lexwatch-that-is-gone") == true)
        #expect(bad.first?.remedy?.contains("systemctl daemon-reload") == true)
    }

    @Test("where systemd does not run nothing is said")
    func elsewhere() throws { #expect(try found([:], isRunning: false).isEmpty) }
}
