import Model
import Testing

@testable import Tagging

@Suite("Sums of money") struct NamedSumTests {
    @Test(
        "one sum is one number, however it is written",
        arguments: [
            ("Recordo settles for $300 million", 300_000_000), ("Recordo to pay $300 mln", 300_000_000),
            ("they settled for 300 million dollars", 300_000_000), ("zahlt 300 Millionen Dollar", 300_000_000),
            ("$300M settlement", 300_000_000), ("une amende de 300 millions d'euros", 300_000_000),
            ("Settles for $1.5bn", 1_500_000_000), ("zahlt 1,5 Milliarden Euro", 1_500_000_000),
            ("a fine of €35,000", 35_000), ("Bußgeld von 35.000 Euro", 35_000), ("赔偿30万元", 300_000),
            ("判令赔偿二十万元", 200_000), ("과징금 12억원 부과", 1_200_000_000), ("1億2000万円", 120_000_000),
            ("Fünf Millionen Euro Strafe", 5_000_000), ("five million euros", 5_000_000), ("500万欧元", 5_000_000),
            ("cinq millions d’euros", 5_000_000), ("cinco millones de euros", 5_000_000),
            ("un millón de euros", 1_000_000), ("cinque milioni di euro", 5_000_000),
            ("5 milhões de euros", 5_000_000), ("vijf miljoen euro", 5_000_000), ("pięć milionów euro", 5_000_000),
            ("one of five million images", nil), ("$5 for a chat", nil), ("35,000 users", nil),
            ("Regulation 2024/1689 of 2024", nil),
            ("three of 300 million images", nil), ("第十五批", nil), ("$", nil), ("€ 12,", nil),
        ] as [(String, Int?)])
    func told(title: String, sum: Int?) {
        #expect(NamedSum.told(in: ItemText(title: title, language: Language("zh-Hans"))) == sum)
    }

    @Test("the title's sum goes before the text's")
    func order() {
        #expect(NamedSum.told(in: ItemText(title: "Fined €2 million", summary: "It earned €3 billion.")) == 2_000_000)
        #expect(NamedSum.told(in: ItemText(title: "Fined", summary: "The fine is €3 million.")) == 3_000_000)
    }
}
