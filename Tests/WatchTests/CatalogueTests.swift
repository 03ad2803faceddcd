import Foundation
import Model
import Testing

@testable import Watch

@Suite("The catalogue that is shipped") struct CatalogueTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Feeds/catalogue")

    private func sources() throws -> [(file: String, source: Source)] {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter {
            $0.hasSuffix(".yaml")
        }
        return try files.sorted().flatMap { file in
            try CatalogueFile.sources(in: Self.folder.appendingPathComponent(file).path).map { (file, $0) }
        }
    }

    @Test("every source says whose law it is, in which language and zone, and on which terms")
    func complete() throws {
        let all = try sources()
        #expect(all.count > 40)
        for (file, source) in all {
            #expect(source.jurisdiction.code.lowercased() + ".yaml" == file, "\(source.id)")
            #expect(source.id.rawValue.hasPrefix(source.jurisdiction.code.lowercased() + "-"), "\(source.id)")
            #expect(source.timeZone != nil, "\(source.id)")
            #expect(source.terms?.isEmpty == false, "\(source.id)")
            #expect(source.title != source.publisher, "\(source.id)")
        }
        #expect(Set(all.map(\.source.id)).count == all.count)
        #expect(Set(all.map(\.source.url)).count == all.count)
    }

    @Test("dates with legal effect come from the fields of an API, under the names that facts have")
    func fields() throws {
        let api = try #require(try sources().first { $0.source.id.rawValue == "us-federal-register-ai-dates" }?.source)
        guard case .json(let paths) = api.format else {
            Issue.record("no API")
            return
        }
        #expect(paths.facts["effective"] == "effective_on")
        #expect(paths.facts["deadline"] == "comments_close_on")
    }
}
