import Model
import Testing

@testable import Tagging

@Suite("What came in the place of another publication") struct SuccessionTests {
    private let reader: FactReader

    init() throws { reader = try .ofTheProgram() }

    private func read(_ line: (title: String, text: String), _ language: String, day: Int) -> (ItemText, Findings) {
        let text = ItemText(
            title: line.title, summary: line.text, language: Language(language),
            published: Instant(year: 2026, month: 11, day: day))
        let input = FactInput(
            title: text.title, summary: text.summary, language: text.language, published: text.published?.day,
            sourceName: "s", authority: .court)
        return (text, reader.facts(of: input))
    }

    @Test(
        "another title, other words and other facts are another publication; what has the same subject is edited",
        arguments: [
            (
                "en", ("Weekly bulletin 48/2026", "This week: AI-generated images infringe copyright (T-77/26)."),
                ("Weekly bulletin 49/2026", "This week: AI inventorship denied (T-78/26)."), true
            ),
            (
                "en", ("Bulletin 48/2026: images", "A court holds that pictures of a model infringe copyright."),
                ("Bulletin 49/2026: inventors", "The office denies that machines invent."), true
            ),
            (
                "en", ("November newsletter", "The regulator fined a maker of chatbots for scraping photographs."),
                ("December newsletter", "Guidance on hiring software is open for comments."), true
            ),
            (
                "en", ("Chatbot maker fined for scraping", "The fine is two million euros."),
                ("Guidance on hiring software", "Employers may comment on the draft."), true
            ),
            (
                "zh-Hans", ("每周通报第48期", "法院认定生成图片侵害著作权。"), ("每周通报第49期", "专利局拒绝机器作为发明人。"),
                true
            ),
            // A correction, a status, a later version of the same text, and one more step of a case.
            (
                "en", ("Guidelines on AI in hiring (version 1)", "Employers must tell applicants about software."),
                ("Guidelines on AI in hiring (version 2)", "Employers must tell all applicants about such software."),
                false
            ),
            (
                "en", ("Consultation on AI guidelines", "Comments are due by 15 December 2026."),
                ("AI guidelines: consultation closed", "Forty answers will be published in spring."), false
            ),
            (
                "en", ("Court to hear chatbot dispute (C-250/25)", "The hearing is public."),
                ("Publishers win", "Training infringes, the judges held in C-250/25."), false
            ),
            (
                "en", ("Terms of service", "We keep prompts for thirty days."),
                ("Terms of service", "Customers own every output that models make."), false
            ),
            ("en", ("Bulletin 48", ""), ("Bulletin 49", ""), false),
        ])
    func other(language: String, old: (String, String), new: (String, String), isOther: Bool) {
        let (before, after) = (read(old, language, day: 23), read(new, language, day: 30))
        #expect(Succession.isOther(after, than: before) == isOther)
    }

    @Test("what keeps its day of publication, or is read in another language, is edited")
    func sameDay() {
        let old = read(("Chatbot maker fined for scraping", "The fine is two million euros."), "en", day: 23)
        let new = ("Guidance on hiring software", "Employers may comment on the draft.")
        #expect(!Succession.isOther(read(new, "en", day: 23), than: old))
        let german = ("Leitlinien zu Software für die Einstellung", "Arbeitgeber können zum Entwurf Stellung nehmen.")
        #expect(!Succession.isOther(read(german, "en", day: 30), than: old))
    }
}
