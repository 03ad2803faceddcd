import Foundation
import Model
import Syndication

/// Sources that come from a list of subscriptions (OPML): what the list does not say is assumed, and can be said in a
/// catalogue file instead.
enum OPMLCatalogue {
    /// The sources of a file.
    static func sources(in file: String, jurisdiction: Jurisdiction = .international) throws -> [Source] {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ConfigurationProblem("the file cannot be read", place: file)
        }
        let document: OPMLDocument
        do {
            document = try OPMLDocument([UInt8](data))
        } catch {
            throw ConfigurationProblem(
                "this is no OPML: \(error)", place: file,
                remedy: "export the subscriptions of a feed reader as OPML 2.0")
        }
        var taken: Set<String> = []
        return document.outlines.filter { $0.xmlURL.hasPrefix("http") }.map { outline in
            Source(
                id: ID(name(outline.title, &taken)), publisher: outline.title, url: outline.xmlURL,
                jurisdiction: jurisdiction, authority: .commentary,
                language: Language(outline.language ?? "en"), isUnverified: true)
        }
    }

    /// A name out of a title; a number tells equal ones apart.
    static func name(_ title: String, _ taken: inout Set<String>) -> String {
        let letters = title.lowercased().utf8.map { byte -> UInt8 in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) ? byte : 0x2D
        }
        let words = letters.split(separator: 0x2D).map { String(decoding: $0, as: UTF8.self) }
        let base = String(words.joined(separator: "-").prefix(48))
        var name = base.isEmpty ? "source" : base
        var number = 1
        while !taken.insert(name).inserted {
            number += 1
            name = "\(base.isEmpty ? "source" : base)-\(number)"
        }
        return name
    }
}
