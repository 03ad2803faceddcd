import Foundation
import Testing

/// What becomes of the work where nobody takes what is said about it.
@Suite("Where nobody listens") struct NobodyListensTests {
    @Test("that errors cannot be told does not change how a command ends", arguments: ["2>&-", "2>/dev/full"])
    func errors(redirection: String) throws {
        let program = try Program.installed()
        try program.run("run")
        let result = try program.run(["item", "99"], script: "exec \"$0\" \"$@\" \(redirection)")
        #expect(result.status == 65)
    }

    @Test("a retag whose reader goes away is done to its end and goes on record; a dry run ends")
    func retag() throws {
        let title = String(repeating: "Training of models on books, and more. ", count: 25)
        let items = (1...120).map { "<item><guid>\($0)</guid><title>\(title)\($0)</title></item>" }
        let feed = "<rss version='2.0'><channel><title>T</title>\(items.joined())</channel></rss>"
        let program = try Program.installed(extra: "vocabulary: \(Program.data)/vocabulary\n", feed: feed)
        try program.run("fetch")
        try program.write(
            "topics:\n  - {id: training-data, title: {en: T}, when: [train-verb]}\n"
                + "  - {id: other, title: {en: O}, when: [train-verb]}\n", to: "topics.yaml")
        func retag(_ more: String...) throws -> Int32 {
            try program.run(["topics", "retag"] + more, script: "set -o pipefail; \"$0\" \"$@\" | :").status
        }
        #expect(try retag("--dry-run") == 0)
        #expect(try !program.run("audit", "export").output.contains("retag"))
        #expect(try retag() == 0)
        #expect(try program.run("audit", "export").output.contains("retag"))
        #expect(try program.run("topics", "retag", "--dry-run", "--json").objects().count == 0)
    }

    @Test("a command that takes mail is waited for, also where whoever started lexwatch ignores the end of children")
    func children() throws {
        let program = try Program.installed(extra: "delivery: {sendmail: [/bin/sh, -c, 'cat >/dev/null']}\n")
        let result = try program.run(
            ["run"], script: "exec /bin/sh -c 'trap \"\" CHLD; exec \"$0\" \"$@\"' \"$0\" \"$@\"")
        #expect(result.status == 0)
        #expect(!result.unwrapped.contains("perhaps delivered"), "\(result.output)")
    }

    @Test("the width that the environment states is taken within reason", arguments: ["1", "99999999999", "-3"])
    func width(columns: String) throws {
        let program = try Program.installed()
        #expect(try program.run(["run"], environment: ["COLUMNS": columns]).status == 0)
        #expect(try program.run(["items"], environment: ["COLUMNS": columns]).status == 0)
    }
}
