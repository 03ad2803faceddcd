import Foundation
import Testing

@Suite("Files that this user may not read") struct ForbiddenFileTests {
    private let files = FileManager.default

    @Test("a configuration is not taken to be missing", arguments: ["", "lexwatch.yaml", "sources.yaml"])
    func configuration(name: String) throws {
        let program = try Program.installed()
        try allow(0o755, program.folder)
        try allow(0, "\(program.folder)/\(name)")
        defer { try? allow(0o755, "\(program.folder)/\(name)") }
        let (status, said) = try runAsOther(program, ["sources"])
        #expect(status == 77, "\(said)")
        #expect(said.contains("Permission denied") && said.contains("sudo -u lexwatch"), "\(said)")
    }

    @Test("the key that signed statements is not replaced")
    func key() throws {
        let program = try Program.installed()
        let report = ["report", "--period", "2026", "--warrant"]
        try program.run("run")
        try program.run(report)
        for data in ["topics.yaml", "vocabulary"] {
            try files.copyItem(atPath: "\(Program.data)/\(data)", toPath: "\(program.folder)/\(data)")
        }
        let key = "\(program.folder)/state/warrant.key"
        let before = try #require(files.contents(atPath: key))
        let all = try files.subpathsOfDirectory(atPath: program.folder).map { "\(program.folder)/\($0)" }
        for path in [program.folder] + all { try allow(0o777, path) }
        try allow(0, key)
        let (status, said) = try runAsOther(program, report)
        #expect(status == 77 && said.contains("warrant.key: the file cannot be read: Permission denied"), "\(said)")
        try allow(0o600, key)
        #expect(files.contents(atPath: key) == before)
    }

    private func allow(_ rights: Int, _ path: String) throws {
        try files.setAttributes([.posixPermissions: rights], ofItemAtPath: path)
    }

    /// Runs a command as a user whom rights hold back, as they do not root.
    private func runAsOther(_ program: Program, _ command: [String]) throws -> (status: Int32, said: String) {
        // Who takes root's place may not get at what root has built.
        let copy = try Program()
        let binary = "\(copy.folder)/lexwatch"
        try files.copyItem(atPath: Program.path, toPath: binary)
        for path in [copy.folder, binary] { try allow(0o755, path) }
        let other = ["/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", binary]
        let whole =
            (geteuid() == 0 ? other : [binary]) + command
            + ["--config", program.folder, "--database", program.database]
        let (process, errors) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: whole[0])
        process.arguments = Array(whole.dropFirst())
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        // The folder goes with the last use.
        return withExtendedLifetime(copy) { (process.terminationStatus, said) }
    }
}
