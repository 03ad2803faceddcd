import Model
import Testing

@testable import Tagging

@Suite("What a title is about beside who acts and how") struct TitleSubjectsTests {
    private func news(_ title: String, _ language: String) -> NewsWords {
        NewsWords(ItemText(title: title, language: Language(language)))
    }

    @Test(
        "titles that name each something else differ; forms of one word, and a title that names nothing, do not",
        arguments: [
            ("en", "EDPB adopts guidelines on legitimate interest", "EDPB adopts recommendations on employment", true),
            ("en", "ICO consults on recruitment guidance", "ICO opens consultation on AI for recruiters", false),
            ("en", "USPTO publishes final AI guidance", "USPTO issues memo on inventorship", false),
            ("en", "FTC TAKES ACTION ON DEEPFAKES", "FTC takes action on scraping", false),
            ("en", "Guidance on retrieval-augmented generation", "Guidance on RAG", false),
            ("de", "DSK beschließt Orientierungshilfe zu KI-Agenten", "DSK: Leitlinien zu Personalauswahl", true),
            ("fr", "La CNIL publie une fiche sur l’annotation", "La CNIL publie une fiche sur la sécurité", true),
            ("es", "La AEPD publica una guía sobre agentes", "La AEPD publica orientaciones sobre menores", true),
            ("it", "Il Garante pubblica linee guida sui minori", "Il Garante pubblica un parere sul lavoro", true),
            ("pt", "ANPD publica guia sobre crianças", "ANPD publica nota sobre raspagem", true),
            ("nl", "AP publiceert advies over werving", "AP publiceert richtlijn over scraping", true),
            ("pl", "UODO publikuje wytyczne o dzieciach", "UODO publikuje opinię o rekrutacji", true),
            ("sv", "IMY publicerar vägledning om barn", "IMY publicerar vägledning om arbete", false),
            ("en", "EDPB adopts guidelines on BCR", "EDPB adopts guidelines on DPIA", true),
            ("en", "EDPB adopts guidelines on BCR", "EDPB publishes guidelines on binding corporate rules", false),
            ("en", "EDPB adopts guidelines on BCR", "EDPB adopts recommendations on employment", true),
            ("zh-Hans", "网信办发布训练数据指南", "网信办发布未成年人指南", true),
            ("zh-Hans", "网信办发布《训练数据安全指南》", "国家网信办关于《人脸识别办法》的通知", true),
            ("zh-Hans", "网信办发布训练数据指南", "国家网信办就训练数据公开征求意见", false),
            ("ja", "個人情報保護委員会、採用選考におけるAIに関する指針を公表", "個人情報保護委員会、顔識別に関するガイドラインを公表", true),
            ("ja", "文化庁、生成AIの著作権ガイドラインを公表", "生成AIと著作権の指針、文化庁が公表", false),
            ("ko", "개인정보위, 채용 안내서 공개", "개인정보위, 합성데이터 안내서 공개", true),
        ])
    func differ(language: String, first: String, second: String, isOther: Bool) {
        let (left, right) = (news(first, language), news(second, language))
        #expect(left.objectsDiffer(from: right) == isOther)
        #expect(right.objectsDiffer(from: left) == isOther)
    }

    @Test("what a title is about may stand in the other's text")
    func inText() {
        let text = ItemText(title: "Watchdog acts on hiring", summary: "The guidance is about recruitment.")
        #expect(!news("ICO guidance on recruitment", "en").objectsDiffer(from: NewsWords(text)))
    }
}
