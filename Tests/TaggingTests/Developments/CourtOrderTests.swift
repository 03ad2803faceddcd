import Model
import Testing

@testable import Tagging

@Suite("Orders in the course of one suit") struct CourtOrderTests {
    private func order(_ title: String) throws -> CourtOrder {
        try #require(CourtOrder(toldIn: ItemText(title: title)))
    }

    @Test(
        "orders of two kinds are two, and what ends claims is told by either name in the first days",
        arguments: [
            ("DMCA claims dismissed", "Summary judgment granted", false, true),
            ("DMCA claims dismissed", "Summary judgment granted", true, false),
            ("Motion to dismiss denied", "Summary judgment granted", true, true),
            ("Order on motion to dismiss", "Claims dismissed in part", false, false),
            ("Motion to dismiss denied", "Order on discovery of chat logs", true, true),
            ("Judge certifies class of authors", "Order granting class certification", false, false),
            ("Class certified", "Richter billigt Vergleich", true, true),
            ("Injunction denied", "法院裁定制裁", true, true), ("Injunction denied", "差止を認めず", true, false),
        ])
    func kinds(first: String, second: String, isNear: Bool, isOther: Bool) throws {
        #expect(try order(first).isOther(than: order(second), isNear: isNear) == isOther)
        #expect(try order(second).isOther(than: order(first), isNear: isNear) == isOther)
    }

    @Test(
        "weeks apart a request that is denied and granted was made twice, unless claims are many",
        arguments: [
            ("Judge rejects settlement", "Judge approves settlement", false, true),
            ("Judge rejects settlement", "Judge approves settlement", true, false),
            ("Motion to dismiss denied", "Motion to dismiss granted", false, false),
            ("Injunction granted in part", "Injunction denied", false, false),
        ])
    func outcomes(first: String, second: String, isNear: Bool, isOther: Bool) throws {
        #expect(try order(first).isOther(than: order(second), isNear: isNear) == isOther)
    }

    @Test("a former order that a text names beside its own makes none of another kind")
    func formerOrder() throws {
        let text = ItemText(title: "Class certified", summary: "A motion to dismiss was denied in May.")
        let certified = try #require(CourtOrder(toldIn: text))
        #expect(try !certified.isOther(than: order("Motion to dismiss denied"), isNear: false))
        #expect(try certified.isOther(than: order("Summary judgment denied"), isNear: false))
    }

    @Test("a text that names no kind tells none")
    func none() { #expect(CourtOrder(toldIn: ItemText(title: "Judge rules on fair use, case is not over")) == nil) }
}
