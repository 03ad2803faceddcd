import Testing

@testable import Register

@Suite("Reliance") struct RelianceTests {
    private func section(_ policy: String, _ section: String?, _ authority: String) -> Reliance.Section {
        Reliance.Section(policy: policy, section: section, authority: authority)
    }

    private func reached(_ reliance: Reliance, _ authority: String, depth: Int = 3) -> [String] {
        reliance.reach(of: authority, depth: depth).map {
            "\($0.section.policy) \($0.section.section ?? "-"): \($0.path.joined(separator: " > "))"
        }
    }

    @Test(
        "an authority reaches who relies on it, and on what cites it, by the shortest path to the depth given",
        arguments: [
            (1, ["p 1: A"]), (2, ["p 1: A", "p 2: A > B", "q -: A > C"]),
            (3, ["p 1: A", "p 2: A > B", "q -: A > C", "q 4: A > B > D"]), (0, ["p 1: A"]),
            (99, ["p 1: A", "p 2: A > B", "q -: A > C", "q 4: A > B > D"]),
        ])
    func reaches(depth: Int, expected: [String]) {
        let reliance = Reliance(
            sections: [
                section("p", "1", "A"), section("p", "2", "B"), section("p", "1", "B"), section("q", nil, "C"),
                section("q", "4", "D"), section("z", "9", "Z"),
            ],
            citations: [("C", "A"), ("B", "A"), ("D", "B"), ("D", "C"), ("B", "A")])
        #expect(reached(reliance, "A", depth: depth) == expected)
    }

    @Test("circles end")
    func cycles() {
        let reliance = Reliance(
            sections: [section("p", "1", "A"), section("p", "2", "B"), section("p", "3", "C")],
            citations: [("B", "A"), ("A", "B"), ("C", "B"), ("A", "C"), ("A", "A")])
        #expect(reached(reliance, "A", depth: .max) == ["p 1: A", "p 2: A > B", "p 3: A > B > C"])
    }

    @Test("spelling does not matter, and what is stated twice is told once")
    func spelling() {
        let reliance = Reliance(
            sections: [section("p", "1", "EU 2024/1689"), section("p", "1", "celex:32024R1689")], citations: [])
        #expect(reached(reliance, "eu 2024/1689") == ["p 1: eu 2024/1689"])
        #expect(reached(reliance, "EU 2016/679").isEmpty)
    }
}
