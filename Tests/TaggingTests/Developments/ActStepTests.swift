import Model
import Testing

@testable import Tagging

@Suite("Steps of bills, acts and consultations") struct ActStepTests {
    @Test(
        "a title tells what happened",
        arguments: [
            ("Deepfake bill passes US Senate", ActStep.upperHouse), ("House passes deepfake bill", .lowerHouse),
            ("House passes Senate bill on deepfakes", .adopted),
            ("Lords pass amendment on AI and copyright", .upperHouse),
            ("White House approves AI plan", .adopted), ("Bundestag beschließt Gesetz gegen Deepfakes", .lowerHouse),
            ("Senate committee approves chatbot bill", .committee), ("국회 과방위, 개정안 의결", .committee),
            ("국회 본회의, 개정안 통과", .lowerHouse), ("Госдума приняла закон о маркировке", .lowerHouse),
            ("La CNIL publie sa fiche à l’issue de la consultation publique", .answered),
            ("Governor signs chatbot law", .signed), ("Governor vetoes chatbot bill", .vetoed),
            ("AI Act: Corrigendum published", .corrected), ("Consultation extended to 15 May", .extended),
            ("AI labelling: government response", .answered), ("AI Act enters into force", .effective),
            ("Draft code of practice published", .published),
            ("Commission withdraws AI liability directive", .withdrawn),
            ("《生成式人工智能服务管理办法》公布", .adopted), ("意见反馈截止时间延长", .extended),
            ("人工智能拟人化互动服务办法施行", .effective), ("意見募集の期間延長", .extended),
            ("Konsultation zur KI: Frist verkürzt", .extended), ("Consultation on AI: deadline shortened", .extended),
            ("AI基本法施行令の改正案", nil), ("인공지능 기본법 시행령 개정안 입법예고", nil), ("인공지능 기본법 시행", .effective),
            ("Consultation: copyright and AI transparency", nil), ("Signatories of significant AI pledge", nil),
            ("", nil),
        ] as [(String, ActStep?)])
    func told(title: String, step: ActStep?) {
        #expect(ActStep.told(in: title) == step)
    }

    @Test(
        "of a bill count the houses, the signature and the veto, whatever else it does",
        arguments: [
            ("Governor signs AB 853: AI Transparency Act postponed and extended", ActStep.signed),
            ("S. 146 - TAKE IT DOWN Act becomes Public Law No. 119-12", .signed),
            ("AB 853 extends the AI Transparency Act", nil), ("Senate passes S. 4444", .upperHouse),
            ("California legislature passes AB 1018", .adopted), ("Câmara aprova PL 2338/2023", .lowerHouse),
            ("Legislature to debate AB 1018", nil),
        ] as [(String, ActStep?)])
    func ofBill(title: String, step: ActStep?) {
        #expect(ActStep.ofBill(in: title) == step)
    }

    @Test("what is adopted may be what a house passed or what was signed; two houses and two later steps are not one")
    func others() {
        #expect(!ActStep.adopted.isOther(than: .signed) && !ActStep.upperHouse.isOther(than: .adopted))
        #expect(ActStep.upperHouse.isOther(than: .lowerHouse) && ActStep.signed.isOther(than: .upperHouse))
        #expect(ActStep.adopted.isOther(than: .effective) && ActStep.extended.isOther(than: .answered))
        #expect(!ActStep.extended.isOther(than: .extended))
        #expect(ActStep.committee.isOther(than: .lowerHouse) && !ActStep.committee.isOther(than: .adopted))
    }
}
