import Model
import Testing

@testable import Tagging

/// How far bills have come, by the tables that the program comes with.
@Suite("The course of a bill") struct BillCourseTests {
    private let reader: FactReader

    init() throws { reader = try .ofTheProgram() }

    private func stage(_ title: String, _ language: String, _ summary: String) -> Stage {
        reader.facts(of: FactInput(title: title, summary: summary, language: Language(language))).stage.value
    }

    @Test(
        "is one of what is proposed until a word says that it was passed",
        arguments: [
            ("en", "H.R. 5388 - AI Leadership Act", "Placed on the Union Calendar, Calendar No. 212."),
            ("en", "H.R. 5388 - AI Leadership Act", "Referred to the House Committee on Energy and Commerce."),
            ("en", "S. 146: TAKE IT DOWN Act on deepfakes", "Presented to President."),
            ("en", "AB 1018: automated decision systems", "Ordered to inactive file at the request of Senator Umberg."),
            ("en", "SB 53: AI models", "In Assembly."),
            ("de", "Bundesrat ruft zum KI-Gesetz den Vermittlungsausschuss an", ""),
            ("fr", "L’Assemblée reporte le vote de la loi sur l’IA", ""),
            ("es", "El Congreso aplaza la votación de la ley de IA", ""),
            ("it", "Il Senato rinvia il voto sulla legge sull’IA", ""),
            ("pt", "Câmara adia votação do PL 2338/2023, marco legal da IA", ""),
            ("nl", "Tweede Kamer stelt stemming uit over AI-wet", ""),
            ("pl", "Sejm odroczył głosowanie nad ustawą o sztucznej inteligencji", ""),
            ("cs", "Sněmovna odložila hlasování o zákonu o umělé inteligenci", ""),
            ("ru", "Госдума отложила голосование по закону об ИИ", ""), ("ja", "AI推進法案、衆院内閣委で可決", ""),
            ("ko", "국회 과방위, 인공지능기본법 개정안 의결 보류", ""), ("zh-Hant", "立法院推遲表決人工智慧基本法", ""),
            ("ar", "البرلمان يؤجل التصويت على قانون الذكاء الاصطناعي", ""),
        ])
    func proposed(language: String, title: String, summary: String) {
        #expect(stage(title, language, summary) == .proposed)
    }

    @Test(
        "ends with what makes it law",
        arguments: [
            ("S. 146: TAKE IT DOWN Act on deepfakes", "Became Public Law No: 119-12."),
            ("AB 1064: AI for Kids Act", "Chaptered by Secretary of State - Chapter 680, Statutes of 2025."),
            ("HB1876 - ownership of generated content", "Notification that HB1876 is now Act 927."),
            ("AB 1018 on automated decision systems signed by governor", ""),
            ("Colorado makes sexual deepfakes a crime", "SB 25-288 creates criminal penalties."),
        ])
    func adopted(title: String, summary: String) { #expect(stage(title, "en", summary) == .adopted) }
}
