import ArgumentParser
import Foundation
import Model
import Watch

/// `lexwatch tag`.
struct TagCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag", abstract: "Tag items: JSON Lines in, JSON Lines out, in order.",
        discussion: """
            Reads {"id", "title", "summary", "language", "published"} a line from standard input, and prints \
            {"id", "topics", "jurisdictions", "instrument", "stage", "citations", "dates", "why"} a line.
            """)

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        let lines = try Workspace(place.paths).lineTagger()
        var number = 0
        while let line = readLine(strippingNewline: true) {
            number += 1
            if line.utf8.allSatisfy({ $0 <= 0x20 }) { continue }
            Output.bytes(try lines.tag(line, number: number))
        }
    }
}
