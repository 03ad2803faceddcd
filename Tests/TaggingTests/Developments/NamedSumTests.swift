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
            ("kara 1,2 mln zł", 1_200_000), ("fined PLN 1.2 million", 1_200_000), ("27 124 816 zł kary", 27_124_816),
            ("500 mil euros", 500_000), ("2 mil millones de euros", 2_000_000_000), ("штраф 5 млн рублей", 5_000_000),
            ("500 тыс. руб.", 500_000), ("غرامة 3 مليون ريال", 3_000_000), ("₹2 crore penalty", 20_000_000),
            ("과징금 1,347억 9,100만 원", 134_791_000_000), ("zusammen 45 Mio. Euro", 45_000_000), ("£500k", 500_000),
            ("multa de 2 milhões a Acme", nil), ("three of 300 million images", nil), ("第十五批", nil), ("$", nil),
            ("€ 12,", nil),
        ] as [(String, Int?)])
    func told(title: String, sum: Int?) {
        #expect(NamedSum.told(in: ItemText(title: title, language: Language("zh-Hans"))) == sum)
    }

    @Test(
        "the title of a fine may leave the currency out",
        arguments: [
            ("Multa de 15 milioni a OpenAI", 15_000_000), ("Garante, sanzione da 15 milioni", 15_000_000),
            ("a 15 million fine", 15_000_000), ("15 milioni di immagini", nil), ("15 million images", nil),
            ("15 a Acme", nil),
        ] as [(String, Int?)])
    func paid(title: String, sum: Int?) {
        #expect(NamedSum.told(in: ItemText(title: title), isPaid: true) == sum)
    }

    @Test(
        "a sum may be told by its first digits",
        arguments: [
            (27_000_000, 27_124_816, true), (425_000_000, 425_700_000, true), (5_000_000, 5_200_000, false),
            (30_500_000, 30_600_000, false), (15_000_000, 15_000_000, true), (27_000_000, 270_000_000, false),
            (1_234, 1_235, false),
        ])
    func rough(left: Int, right: Int, mayBeOne: Bool) {
        #expect(NamedSum.mayBeOne(left, right) == mayBeOne)
        #expect(NamedSum.mayBeOne(right, left) == mayBeOne)
        #expect(!mayBeOne || NamedSum.key(of: left) == NamedSum.key(of: right))
    }

    @Test("the title's sum goes before the text's")
    func order() {
        #expect(NamedSum.told(in: ItemText(title: "Fined €2 million", summary: "It earned €3 billion.")) == 2_000_000)
        #expect(NamedSum.told(in: ItemText(title: "Fined", summary: "The fine is €3 million.")) == 3_000_000)
    }
}
