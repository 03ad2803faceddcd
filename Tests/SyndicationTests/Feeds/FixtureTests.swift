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
        // Some warnings are libxml2's, whose words change.
        #expect(try Self.object(Data(report.json), without: "warnings") == Self.object(expected))
    }

    @Test(
        "what was repaired stands beside what was read",
        arguments: [
            ("rss-2.0-full", []), ("own-entities", ["broken XML was repaired: ampersands were not escaped"]),
            ("two-feeds-in-one", ["line 2: something follows the feed"]),
        ] as [(String, [String])])
    func warns(name: String, warnings: [String]) throws {
        let document = try Data(contentsOf: Self.folder.appending(path: name + ".xml"))
        let report = InspectReport(try Feed(Array(document), base: ""))
        #expect(try Self.object(Data(report.json))["warnings"] as? [String] == warnings)
    }

    private static func object(_ data: Data, without key: String? = nil) throws -> NSDictionary {
        let object = try #require(
            try JSONSerialization.jsonObject(with: data, options: .mutableContainers) as? NSMutableDictionary)
        if let key { object.removeObject(forKey: key) }
        return object
    }
}
