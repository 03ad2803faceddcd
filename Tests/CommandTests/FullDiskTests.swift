import Foundation
import Testing

@Suite("A disk that is full") struct FullDiskTests {
    @Test(
        "a run that finds no space says so and ends; the next one with space completes, and nothing is lost",
        arguments: [16, 64, 128, 256])
    func fullDisk(kilobytes: Int) throws {
        let program = try Program.installed()
        let refused = try program.run(["run"], kilobytes: kilobytes)
        #expect(refused.status == 74)
        #expect(refused.errors.contains("df"))
        #expect(try program.run("run").status == 0)
        let whole = try Program.installed()
        #expect(try whole.run("run").status == 0)
        #expect(try program.run("alerts", "--json").lines.count == whole.run("alerts", "--json").lines.count)
        #expect(try program.run("items", "--json").lines.count == whole.run("items", "--json").lines.count)
        #expect(try program.run("audit", "verify").status == 0)
        #expect(try program.run("check", "--offline").status == 0)
    }
}
