import Model
import Testing

@testable import Tagging

/// Acts that have a number of one country only, or none.
@Suite("Acts that are followed by a number of their country or a name") struct FollowedActTests {
    private let reader: FactReader

    init() throws { reader = FactReader(tables: try .ofTheProgram(), acts: try .ofTheProgram()) }

    private func facts(_ title: String, _ language: String = "en", _ summary: String = "") -> Findings {
        reader.facts(of: FactInput(title: title, summary: summary, language: Language(language)))
    }

    @Test(
        "are named as matters",
        arguments: [
            ("en", "White House amends EO 14110 on AI", "Executive Order 14110"),
            ("es", "Real Decreto 817/2023 sobre inteligencia artificial", "Real Decreto 817/2023"),
            ("en", "Withdrawal of the proposal for an AI Liability Directive COM(2022) 496", "COM(2022) 496"),
            ("en", "Korea's National Assembly debates the AI Basic Act", "KR AI Basic Act"),
            ("de", "Südkorea: KI-Grundlagengesetz tritt in Kraft", "KR AI Basic Act"),
        ])
    func named(language: String, title: String, name: String) {
        #expect(facts(title, language).matterNames.map(\.value).contains(name))
    }

    @Test(
        "tell what was done to them where names mostly stand in marks, and nothing of bills",
        arguments: [
            ("ko", "헌법재판소, 인공지능기본법 제31조 위헌 결정", ["KR AI Basic Act annulled"]),
            ("ko", "인공지능기본법 제31조 위헌 소송 제기", []), ("ko", "국회, 인공지능기본법 개정안 발의", []),
        ])
    func plain(language: String, title: String, expected: [String]) {
        let treatments = facts(title, language).treatments
        #expect(treatments.map { "\($0.value.authority) \($0.value.kind.rawValue)" } == expected)
    }

    @Test(
        "tell what was done to them",
        arguments: [
            ("Trump revokes Executive Order 14110 on AI", "Executive Order 14110 repealed"),
            ("Executive Order 14110 was amended", "Executive Order 14110 amended"),
            ("EO 14179 revoked EO 14110 on AI", "Executive Order 14110 repealed"),
            ("Korea's National Assembly amends the AI Basic Act", "KR AI Basic Act amended"),
            ("South Korea: the AI Basic Act was repealed", "KR AI Basic Act repealed"),
            ("Court stays enforcement of Korea's AI Basic Act", "KR AI Basic Act stayed"),
        ])
    func treated(title: String, expected: String) {
        #expect(facts(title).treatments.map { "\($0.value.authority) \($0.value.kind.rawValue)" } == [expected])
    }

    @Test(
        "what is done under an act is not done to it",
        arguments: [
            "Korea amends guidelines under the AI Basic Act", "Korea repeals parts of a decree beside the AI Basic Act",
            "Korea's AI Basic Act and the amended Copyright Act",
        ])
    func untreated(title: String) { #expect(facts(title).treatments.isEmpty) }

    @Test(
        "an act is found by its name as people write it, where one alone bears it",
        arguments: [
            ("KR AI Basic Act", "KR AI Basic Act"), ("kr ai basic act", "KR AI Basic Act"), ("AI Basic Act", nil),
            ("AI Promotion Act", "JP AI Promotion Act"), ("KI-Grundlagengesetz", "KR AI Basic Act"), ("an act", nil),
        ])
    func key(name: String, key: String?) throws { #expect(try KnownActs.ofTheProgram().key(of: name) == key) }

    @Test(
        "what a publisher states as a citation has a figure or names a case or act",
        arguments: [
            ("C-250/25", true), ("91 FR 12345", true), ("Acme v. Talkbot", true), ("《生成式人工智能服务管理暂行办法》", true),
            ("nonsense", false), ("", false),
        ])
    func cited(value: String, isOne: Bool) { #expect(CitedText.isOne(value) == isOne) }
}
