import Foundation
import Testing

@Suite("Manual pages and completions") struct ManualTests {
    private func commands() throws -> [String] {
        let help = try Program().run("--help", places: false).lines
        let names = help.compactMap { line -> String? in
            let words = line.split(separator: " ")
            return line.hasPrefix("  ") && !line.hasPrefix("   ") && !line.hasPrefix("  -") && words.count > 1
                ? words.first.map(String.init) : nil
        }
        return names.filter { !["See", "help"].contains($0) }
    }

    @Test("each command has a page that is written from its own help")
    func pages() throws {
        let program = try Program()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "\(Program.data)/../scripts/man-pages", Program.path, "\(program.folder)/man1"]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let pages = try FileManager.default.contentsOfDirectory(atPath: "\(program.folder)/man1")
        let names = try commands()
        #expect(names.count > 15)
        for name in names { #expect(pages.contains { $0.hasPrefix("lexwatch-\(name).1") }, "\(name)") }
    }

    @Test("help fits into 80 columns")
    func width() throws {
        for command in try commands() {
            let help = try Program().run(command, "--help", places: false)
            #expect(help.status == 0)
            for line in help.lines { #expect(line.count <= 80, "\(command): \(line)") }
        }
    }

    @Test("a complaint about arguments is an error, and fits, too")
    func complaint() throws {
        let result = try Program().run("digest", "--nonsense", places: false)
        #expect(result.status == 64 && result.output.isEmpty && result.errors.contains("Usage: lexwatch digest"))
        for line in result.errors.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }

    @Test("completions of each shell know each command", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let script = try Program().run("--generate-completion-script", shell, places: false)
        #expect(script.status == 0)
        for name in try commands() { #expect(script.output.contains(name), "\(name)") }
    }
}
