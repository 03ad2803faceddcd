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
        #expect(try program.run("alerts", "--json").lines.count == 1)
        #expect(try program.run("check", "--offline").status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(program.folder)/state")
        #expect(names.contains { $0.contains(".before-restore-") })
        #expect(!names.contains { $0.contains(".restoring") })
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
