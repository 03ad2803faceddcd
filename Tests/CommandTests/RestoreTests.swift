import Foundation
import Testing

@Suite("Backup, damage and restoring") struct RestoreTests {
    private func damage(_ file: String) throws {
        let handle = try #require(FileHandle(forUpdatingAtPath: file))
        defer { try? handle.close() }
        let size = try handle.seekToEnd()
        try handle.seek(toOffset: 8192)
        try handle.write(contentsOf: Data(repeating: 0xA5, count: Int(size) - 8192))
    }

    @Test("a backup is proven and put in place; what was there is put aside, and its later answers are told")
    func wholeWay() throws {
        let program = try Program.installed()
        try program.run("run")
        let backup = "\(program.folder)/backup.sqlite"
        #expect(try program.run("backup", backup).status == 0)
        try program.run("assess", "1", "no-impact", "--note", "later", "--as", "ann")
        let restored = try program.run("restore", backup)
        #expect(restored.status == 0, "\(restored.errors)")
        #expect(restored.output.contains("1 later audit entries"), "\(restored.output)")
        #expect(restored.output.contains("assess alert 1, by ann"), "\(restored.output)")
        #expect(try program.run("alerts", "--json").lines.count == 1)
        #expect(try program.run("check", "--offline").status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(program.folder)/state")
        #expect(names.contains { $0.contains(".before-restore-") })
        #expect(!names.contains { $0.contains(".restoring") })
    }

    /// The feed with one more ruling, which is another one for each number.
    private func publish(_ number: Int, in program: Program) throws {
        let ruling = """
            <item><guid>more-\(number)</guid>
            <title>Court \(number) holds that training of AI on songs is fair use</title>
            <link>https://court.example/more-\(number)</link><pubDate>Mon, 09 Nov 2026 10:00:00 GMT</pubDate>
            <description>Copying songs as training data for generative AI. Case No. 5:26-cv-0777\(number).</description>
            </item>
            """
        try program.write(
            Program.rulings.replacing("</channel>", with: ruling + "</channel>"), to: "court.xml")
    }

    @Test("numbers that mail named are given to nothing else, and the log says what took the place of what was mailed")
    func numbers() throws {
        let program = try Program.installed()
        try program.run("run")
        let (files, backup, state) = (FileManager.default, "\(program.folder)/backup.sqlite", "\(program.folder)/state")
        try program.run("backup", backup)
        try publish(1, in: program)
        #expect(try program.run("run", "--all").status == 0)
        #expect(try program.run("alerts", "--json").lines.count == 2)
        let digests = try files.contentsOfDirectory(atPath: "\(state)/digests")
        let mailed = try #require(digests.filter { $0.hasSuffix(".json") }.max())
        let restored = try program.run("restore", backup, "--as", "ops")
        #expect(restored.output.contains("alert 3"), "\(restored.output)")
        try publish(2, in: program)
        #expect(try program.run("run", "--all").status == 0)
        let open = try program.run("alerts", "--json").objects().compactMap { $0["id"] as? Int }
        #expect(open.sorted() == [1, 3])
        #expect(try program.run("assess", "2", "no-impact").status == 65)
        #expect(files.contents(atPath: "\(state)/digests/\(mailed)") != nil)
        #expect(try files.contentsOfDirectory(atPath: "\(state)/digests").filter { $0.hasSuffix(".json") }.count == 3)
        let verdict = try program.run("audit", "verify", "--against", "\(state)/digests/\(mailed)")
        #expect(verdict.status == 1 && verdict.output.contains("ops restored a backup"), "\(verdict.output)")
        let aside = try putAside(in: state)
        #expect(verdict.output.contains("--database \(state)/\(aside)"), "\(verdict.output)")
        let proof = try program.run(
            ["audit", "verify", "--against", "\(state)/digests/\(mailed)", "--database", "\(state)/\(aside)"],
            places: false)
        #expect(proof.status == 0, "\(proof.errors)")
        #expect(try program.run("audit", "verify").status == 0)
    }

    /// The name of the database that a backup took the place of.
    private func putAside(in state: String) throws -> String {
        try #require(
            FileManager.default.contentsOfDirectory(atPath: state).first {
                $0.contains(".before-restore-") && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm")
            })
    }

    @Test("an answer after a first restore is told by a second one, however long the logs are")
    func twice() throws {
        let program = try Program.installed()
        try program.run("run")
        let backup = "\(program.folder)/backup.sqlite"
        try program.run("backup", backup)
        for note in ["a", "b", "c"] { try program.run("mark", "genai-use", "reviewed", "--note", note, "--as", "ann") }
        let first = try program.run("restore", backup)
        #expect(first.output.contains("3 later audit entries"), "\(first.output)")
        try program.run("assess", "1", "needs-update", "--note", "between", "--as", "bob")
        let state = "\(program.folder)/state"
        let aside = try putAside(in: state)
        let second = try program.run("restore", "\(state)/\(aside)")
        #expect(second.output.contains("assess alert 1, by bob"), "\(second.output)")
        #expect(!second.output.contains("by ann"), "\(second.output)")
    }

    @Test("where nobody knows what was given since, numbers are passed over")
    func unknown() throws {
        let program = try Program.installed()
        try program.run("run")
        let backup = "\(program.folder)/backup.sqlite"
        try program.run("backup", backup)
        try FileManager.default.removeItem(atPath: "\(program.folder)/state")
        #expect(try program.run("restore", backup).output.contains("is not known"))
        try publish(1, in: program)
        #expect(try program.run("run", "--all").status == 0)
        #expect(try program.run("alerts", "--json").objects().compactMap { $0["id"] as? Int }.sorted() == [1, 10_002])
    }

    @Test("a restored database is for the eyes of its folder's owner alone, also where root restores it")
    func owner() throws {
        let program = try Program.installed()
        try program.run("run")
        let (files, backup, state) = (FileManager.default, "\(program.folder)/backup.sqlite", "\(program.folder)/state")
        try program.run("backup", backup)
        try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: backup)
        if geteuid() == 0 { try files.setAttributes([.ownerAccountID: 65534], ofItemAtPath: state) }
        #expect(try program.run("restore", backup).status == 0)
        let folder = try files.attributesOfItem(atPath: state)[.ownerAccountID] as? Int
        for (name, rights) in [("lexwatch.sqlite", 0o600), ("lexwatch.sqlite.serve.lock", nil)] as [(String, Int?)] {
            let attributes = try files.attributesOfItem(atPath: "\(state)/\(name)")
            #expect(attributes[.ownerAccountID] as? Int == folder)
            #expect(rights == nil || attributes[.posixPermissions] as? Int == rights)
        }
    }

    @Test("a damaged backup, and a file that is none, change nothing", arguments: [true, false])
    func damagedBackup(isDatabase: Bool) throws {
        let program = try Program.installed()
        try program.run("run")
        let backup = "\(program.folder)/backup.sqlite"
        try program.run("backup", backup)
        if isDatabase { try damage(backup) } else { try program.write("no database, only words", to: "backup.sqlite") }
        let result = try program.run("restore", backup)
        #expect(result.status == 65, "\(result.errors)")
        #expect(result.errors.contains("nothing was changed"))
        #expect(try program.run("check", "--offline").status == 0)
    }

    @Test("a damaged database is recognised at the start, with the command that recovers it")
    func damagedDatabase() throws {
        let program = try Program.installed()
        try program.run("run")
        let backup = "\(program.folder)/backup.sqlite"
        try program.run("backup", backup)
        // Checkpointed and closed, so that the file alone is the database.
        try damage(program.database)
        let result = try program.run("run")
        #expect(result.status == 65, "\(result.errors)")
        #expect(result.errors.contains("lexwatch restore BACKUP --database \(program.database)"), "\(result.errors)")
        #expect(try program.run("restore", backup).status == 0)
        #expect(try program.run("run").status == 0)
    }
}
