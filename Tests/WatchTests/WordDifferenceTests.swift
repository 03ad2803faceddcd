import Model
import Testing

@testable import Watch

@Suite("What an edit changed") struct WordDifferenceTests {
    @Test(
        "gone and new words are marked",
        arguments: [
            ("applies from 1 May", "applies from 2 May", "applies from [-1 -]{+2 +}May"),
            ("自5月1日起施行", "自6月1日起施行", "自[-5月-]{+6月+}1日起施行"),
            ("same", "same", "the same words"),
            ("", "new text", "{+new text+}"),
        ])
    func marks(before: String, after: String, expected: String) {
        #expect(WordDifference.of(ItemText(title: before), ItemText(title: after)) == expected)
    }

    @Test("facts that the publisher states are compared name by name")
    func facts() {
        func text(_ facts: [(String, String)]) -> ItemText {
            var text = ItemText(title: "t")
            text.stated = facts.map { StatedFact(kind: $0.0, value: $0.1, origin: "o") }
            return text
        }
        let before = text([("cfr-part", "1002"), ("deadline", "2027-01-19"), ("docket", "CFPB-1")])
        let after = text([("docket", "CFPB-1"), ("deadline", "2027-02-19"), ("rin", "3170")])
        #expect(
            WordDifference.of(before, after)
                == "cfr-part: [-1002-] / deadline: [-2027-01-19-]{+2027-02-19+} / rin: {+3170+}")
    }

    @Test("what stayed the same far from a change is left out")
    func shortens() {
        let words = (1...40).map { "w\($0)" }
        let before = words.joined(separator: " ")
        let after = (words.dropLast() + ["end"]).joined(separator: " ")
        let difference = WordDifference.of(ItemText(title: "t", summary: before), ItemText(title: "t", summary: after))
        #expect(difference == "… w34 w35 w36 w37 w38 w39 [-w40-]{+end+}")
    }
}
