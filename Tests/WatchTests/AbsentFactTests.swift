import Foundation
import Testing

@testable import Watch

@Suite("Facts that an API's answer does not hold") struct AbsentFactTests {
    /// What fetching warns of, after answers whose items have this beside their titles and links.
    private func warnings(after answers: [String]) async throws -> [String] {
        let place = try Installation(
            at: "2026-03-01",
            [
                "sources.yaml":
                    "- {id: api, publisher: A register, url: 'file:api.json', jurisdiction: US, authority: regulator, "
                    + "format: json, json: {title: t, link: u, facts: {deadline: due, effective: on}}}\n"
            ])
        var told: [String] = []
        for (number, rest) in answers.enumerated() {
            let rows = (0..<3).map {
                #"{"t": "Rule \#($0 + number)", "u": "https://a.example/\#($0 + number)"\#(rest)}"#
            }
            try place.write("[\(rows.joined(separator: ","))]", to: "api.json")
            place.set("2026-03-0\(number + 2)")
            let report = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
            told = report.fetches.flatMap(\.warnings)
        }
        return told
    }

    private static let whole = #", "due": "2027-01-19", "on": "2027-03-01""#

    @Test("a first answer without a fact is doubted, in words that leave open why")
    func first() async throws {
        let told = try await warnings(after: [#", "due": "2027-01-19""#])
        #expect(
            told == [
                "no item has 'on', where the fact 'effective' is to be: either the path is wrong, or no item of this "
                    + "answer states it"
            ])
    }

    @Test("what items stated before and none has now is a loss")
    func lost() async throws {
        let told = try await warnings(after: [Self.whole, #", "on": "2027-03-01", "due_date": "2027-01-19""#])
        #expect(told.count == 1 && told[0].hasPrefix("no item has 'due' any more"), "\(told)")
    }

    @Test(
        "what no item ever stated, or is there and holds nothing, is no warning",
        arguments: [
            [", \"due\": \"2027-01-19\"", ", \"due\": null"], [whole, ", \"due\": null, \"on\": null"], [whole, whole],
        ])
    func quiet(answers: [String]) async throws {
        #expect(try await warnings(after: answers) == [])
    }
}
