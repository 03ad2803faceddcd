import Foundation
import Syndication
import Testing

@Suite("A document beside what must be read of it")
struct FixtureTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/Feeds")

    static let names: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? [])
        .filter { $0.hasSuffix(".xml") }.map { String($0.dropLast(4)) }.sorted()

    @Test("there are fixtures")
    func fixturesExist() { #expect(Self.names.count >= 18) }

    @Test("a document is read as the JSON beside it says", arguments: names)
    func reads(name: String) throws {
        let document = try Data(contentsOf: Self.folder.appending(path: name + ".xml"))
        let expected = try Data(contentsOf: Self.folder.appending(path: name + ".json"))
        let report = InspectReport(try Feed(Array(document), base: ""))
        #expect(try Self.object(Data(report.json)) == Self.object(expected))
    }

    private static func object(_ data: Data) throws -> NSDictionary {
        try #require(try JSONSerialization.jsonObject(with: data) as? NSDictionary)
    }
}
