import Model
import Testing

@testable import Tagging

@Suite("One consultation, told in two languages") struct ConsultationGroupingTests {
    private func report(
        _ number: Int64, _ title: String, language: Language, source: String, topic: String, law: String = "CN"
    ) throws -> ItemReport {
        var findings = Findings()
        findings.instrument = Proven(.consultation, [])
        findings.stage = Proven(.proposed, [])
        findings.jurisdictions = [
            Proven(try #require(Jurisdiction(law)), [Evidence(rule: "law", words: "law", field: .title)])
        ]
        findings.topics = [TopicTag(topic: ID(topic), evidence: [], rule: "")]
        findings.dates = [Proven(LegalDate(try #require(Day(iso: "2026-08-07")), .deadline), [])]
        let day = try #require(Day(iso: "2026-07-08"))
        let text = ItemText(title: title, language: language, published: day.midnightUTC)
        return ItemReport(
            item: RowID(number), source: ID(source), authority: .commentary, text: text, findings: findings, seen: day)
    }

    @Test(
        "the same deadline under one law and a topic in common make reports in two languages one",
        arguments: [
            ("news", "CN", "ai-governance", "a consultation with the same deadline: 2026-08-07"),
            ("cac", "CN", "ai-governance", "the same day in another language of one source: deadline 2026-08-07"),
            ("news", "GB", "ai-governance", nil), ("cac", "GB", "ai-governance", nil),
            ("news", "CN", "ai-inventorship", nil), ("cac", "CN", "ai-inventorship", nil),
        ])
    func acrossLanguages(source: String, law: String, topic: String, because: String?) throws {
        var grouper = Grouper()
        let notice = try report(
            1, "人工智能拟人化互动服务公开征求意见", language: Language("zh-Hans"), source: "cac", topic: "ai-governance")
        _ = grouper.place(notice, of: ItemText(title: ""))
        let news = try report(
            2, "China consults on companions", language: .english, source: source, topic: topic, law: law)
        let place = grouper.place(news, of: ItemText(title: ""))
        #expect(place == because.map { .joins(group: 0, because: $0) } ?? .new(group: 1, previous: nil))
    }

    @Test("where two consultations have one deadline, a report in another language is of neither")
    func ambiguous() throws {
        var grouper = Grouper()
        for (number, title) in [(1, "人工智能拟人化互动服务公开征求意见"), (2, "训练数据安全要求草案向社会公开征集意见")] {
            _ = grouper.place(
                try report(
                    Int64(number), title, language: Language("zh-Hans"), source: "cac", topic: "ai-governance"),
                of: ItemText(title: ""))
        }
        let news = try report(
            3, "China consults on companions", language: .english, source: "news", topic: "ai-governance")
        #expect(grouper.place(news, of: ItemText(title: "")) == .new(group: 2, previous: nil))
    }
}
