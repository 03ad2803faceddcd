import Model
import Testing

@testable import Tagging

@Suite("Titles of one sentence about two things") struct TitleFrameTests {
    private func news(_ title: String, _ language: String, _ summary: String = "") -> NewsWords {
        NewsWords(ItemText(title: title, summary: summary, language: Language(language)))
    }

    @Test(
        "what they name each, in one place, tells them apart",
        arguments: [
            ("en", "Ministry advisory on deepfakes to platforms", "Ministry advisory on minors to platforms", true),
            (
                "en", "AI Office publishes Q&A on general-purpose models",
                "AI Office publishes Q&A on prohibited practices", true
            ),
            ("en", "Ministry issues advisory on deepfakes", "Ministry issues advisory on deepfake videos", false),
            ("en", "Ministry issues advisory on deepfakes", "Ministry warns platforms", false),
            (
                "es", "El Gobierno aprueba el anteproyecto de gobernanza",
                "El Gobierno aprueba el anteproyecto de imagen", true
            ),
            ("ru", "Госдума приняла законопроект о дипфейках", "Госдума приняла законопроект о голосе", true),
            ("ru", "Госдума приняла законопроект о дипфейках", "Госдума приняла законопроект о дипфейке", false),
            ("ja", "省、指針を公表", "省、手引を公表", false),
        ])
    func slots(language: String, first: String, second: String, isOther: Bool) {
        let (left, right) = (news(first, language), news(second, language))
        #expect(left.slotsDiffer(from: right) == isOther)
        #expect(right.slotsDiffer(from: left) == isOther)
    }

    @Test("what the one names may stand in the other's text")
    func inText() {
        let left = news("Ministry issues advisory on deepfakes", "en")
        #expect(!left.slotsDiffer(from: news("Ministry issues advisory on videos", "en", "Of deepfakes.")))
    }

    @Test("bodies in capitals at the beginning, and whom a word describes, tell reports apart")
    func actors() {
        #expect(news("FCA publishes update", "en").actorsDiffer(from: news("PRA publishes update", "en")))
        #expect(!news("FCA publishes update", "en").actorsDiffer(from: news("Watchdog publishes update", "en")))
        #expect(!news("FCA PUBLISHES", "en").actorsDiffer(from: news("PRA publishes", "en")))
        #expect(news("Multa a un gimnasio", "es").unnamedDiffer(from: news("Multa a una universidad", "es")))
        #expect(!news("Multa a un gimnasio", "es").unnamedDiffer(from: news("Un gimnasio multado", "es")))
    }
}
