import Foundation
import Model
import Testing

@testable import Watch

@Suite("What the register and the settings name") struct RegisterFilesTests {
    private static let register =
        "owners: [{id: counsel, name: Counsel}]\npolicies:\n  - id: use\n    title: Use\n    owner: counsel\n"
        + "    topics: [training-data]\n    document: policy.md\n"

    private func place(_ files: [String: String] = [:]) throws -> Installation {
        let files = ["register.yaml": Self.register, "policy.md": "Use"].merging(files) { $1 }
        return try Installation(at: "2026-07-07", files)
    }

    @Test(
        "a document that cannot be read as text is told with the line that names it, and stops the run",
        arguments: [
            ([0xFF, 0xFE, 0x41, 0x00], "not in UTF-8"),
            ([0x41, 0x0A, 0xB5, 0xDA], "policy.md:2: the file is not in UTF-8"),
            (nil, "Is a directory"),
        ] as [([UInt8]?, String)])
    func unreadable(bytes: [UInt8]?, told: String) async throws {
        let place = try place()
        let file = URL(fileURLWithPath: "\(place.folder)/policy.md")
        if let bytes {
            try Data(bytes).write(to: file)
        } else {
            try FileManager.default.removeItem(at: file)
            try FileManager.default.createDirectory(at: file, withIntermediateDirectories: false)
        }
        let finding = try #require(try place.workspace.checkRegister().findings.first)
        #expect(finding.isError && finding.what.contains(told), "\(finding)")
        #expect(finding.place?.hasSuffix("register.yaml:7") == true)
        await #expect(throws: ConfigurationProblem.self) { try await place.run() }
    }

    @Test("of a document that is too long the rest is named as unread")
    func tooLong() throws {
        let place = try place(["policy.md": String(repeating: "Use. ", count: 900_000)])
        let findings = try place.workspace.checkRegister().findings
        #expect(findings.map(\.isError) == [false] && findings[0].what.contains("4 MB"), "\(findings)")
    }

    @Test("a reader of the management summary whom the register lacks is told with the line and the nearest name")
    func management() async throws {
        let settings = "organisation: Test AG\nfeeds: [sources.yaml]\ndigest:\n  management: [counsel, counsle]\n"
        let place = try place(["lexwatch.yaml": settings])
        let problem = await #expect(throws: ConfigurationProblem.self) { try await place.run() }
        #expect(problem?.what.contains("no owner 'counsle'") == true)
        #expect(problem?.place?.hasSuffix("lexwatch.yaml:4") == true)
        #expect(problem?.remedy == "did you mean 'counsel'?")
        #expect(try place.workspace.checkRegister().findings.map(\.what) == [try #require(problem).what])
    }
}
