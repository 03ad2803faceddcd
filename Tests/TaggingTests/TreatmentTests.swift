import Foundation
import Model
import Testing

@testable import Tagging

/// What was done to authorities, and dates that move, by the tables that the program comes with.
@Suite("Treatments and dates that move") struct TreatmentTests {
    private let reader: FactReader

    init() throws { reader = try .ofTheProgram() }

    private func treatments(_ text: String, _ language: String) -> [String] {
        reader.facts(of: FactInput(title: text, language: Language(language))).treatments.map {
            "\($0.value.authority) \($0.value.kind.rawValue)"
        }
    }

    @Test(
        "each kind is heard in each language",
        arguments: [
            ("en", "The Supreme Court overrules 598 U.S. 508", "598 U.S. 508 overruled"),
            ("en", "598 U.S. 508 was overruled today", "598 U.S. 508 overruled"),
            ("en", "Regulation (EU) 2024/1689 repealed", "EU 2024/1689 repealed"),
            ("en", "The order vacated No. 23-5233 in part", "No. 23-5233 annulled"),
            ("en", "Court affirms No. 23-5233", "No. 23-5233 applied"),
            ("zh-Hans", "二审改判（2023）京0491民初11279号案", "(2023)京0491民初11279号 overruled"),
            ("zh-Hant", "法院撤銷（2023）京0491民初11279号判決", "(2023)京0491民初11279号 annulled"),
            ("zh-Hans", "（2023）京0491民初11279号判决被撤销", "(2023)京0491民初11279号 annulled"),
            ("de", "Der Senat gibt die Rechtsprechung aus C-5/08 auf", "C-5/08 overruled"),
            ("de", "Die Verordnung (EU) 2024/1689 wird geändert", "EU 2024/1689 amended"),
            ("de", "Das Verfahren 42 O 14139/24 wurde ausgesetzt", "42 O 14139/24 stayed"),
            ("fr", "Le règlement abroge la directive 2001/29/CE", "EU 2001/29 repealed"),
            ("fr", "L'arrêt C-5/08 est confirmé", "C-5/08 applied"),
            ("fr", "Le Tribunal a annulé le règlement (UE) 2024/1689", "EU 2024/1689 annulled"),
            ("it", "Il Tribunale ha annullato il regolamento (UE) 2024/1689", "EU 2024/1689 annulled"),
            ("es", "El Tribunal ha anulado el Reglamento (UE) 2024/1689", "EU 2024/1689 annulled"),
            ("es", "La ley deroga la Directiva 2001/29/CE", "EU 2001/29 repealed"),
            ("es", "El Tribunal suspende el asunto C-250/25", "C-250/25 stayed"),
            ("it", "Il regolamento modifica la direttiva 2001/29/CE", "EU 2001/29 amended"),
            ("it", "La direttiva 2001/29/CE è abrogata", "EU 2001/29 repealed"),
            ("pt", "O regulamento revoga a Diretiva 2001/29/CE", "EU 2001/29 repealed"),
            ("pt", "O tribunal confirmou C-250/25", "C-250/25 applied"),
            ("nl", "De verordening wijzigt Richtlijn 2001/29/EG", "EU 2001/29 amended"),
            ("nl", "ECLI:NL:RBAMS:2024:1234 is vernietigd", "ECLI:NL:RBAMS:2024:1234 annulled"),
            ("pl", "Sąd uchylił wyrok C-250/25", "C-250/25 annulled"),
            ("pl", "Rozporządzenie zmienia dyrektywę 2001/29/WE", "EU 2001/29 amended"),
            ("cs", "Soud zrušil rozsudek C-250/25", "C-250/25 annulled"),
            ("cs", "Rozsudek C-250/25 byl potvrzen", "C-250/25 applied"),
            ("ru", "Суд приостановил дело А40-200471/23", "А40-200471/23 stayed"),
            ("ja", "最高裁は令和6年（ネ）第10006号を支持した", "令和6年(ネ)第10006号 applied"),
            ("ko", "대법원은 2022나89524 판결을 유지했다", "2022나89524 applied"),
            ("ar", "ألغت المحكمة الحكم C-250/25", "C-250/25 annulled"),
            ("en", "Court declines to follow [2025] EWHC 2863 (Ch)", "[2025] EWHC 2863 (Ch) distinguished"),
            ("en", "EU 2024/1689: Article 5(1) amended", "EU 2024/1689 amended"),
            ("en", "EU 2024/1689 Article 5 amended, Article 50 repealed", "EU 2024/1689 unclear"),
            ("es", "El Tribunal Supremo casa la sentencia 123/2026", "Sentencia 123/2026 annulled"),
            ("es", "Suspendido cautelarmente el Real Decreto 817/2023", "Real Decreto 817/2023 stayed"),
            ("it", "La Consulta dichiara illegittima la legge 132/2025", "Legge 132/2025 annulled"),
            ("pt", "STJ reforma acórdão do REsp 1.234.567", "REsp 1234567 overruled"),
            ("zh-Hant", "最高法院廢棄113年度智字第5號判決", "113年度智字第5號 annulled"),
            ("ar", "محكمة النقض تنقض الحكم رقم 123 لسنة 2026", "حكم 123/2026 overruled"),
            ("ar", "إلغاء القانون رقم (151) لسنة 2020", "قانون 151/2020 repealed"),
        ])
    func kinds(language: String, text: String, expected: String) {
        #expect(treatments(text, language) == [expected], "\(text)")
    }

    @Test(
        "a deadline that is shortened has moved, in each language",
        arguments: [
            ("en", "Consultation: deadline shortened", "Comments are now due by 1 February 2027."),
            ("de", "Konsultation: Frist verkürzt", "Die Frist endet nun schon am 1. Februar 2027."),
            ("fr", "Consultation : délai raccourci", "Le délai est ramené au 1er février 2027."),
            ("es", "Consulta: plazo acortado", "El plazo se acorta hasta el 1 de febrero de 2027."),
            ("it", "Consultazione: termine abbreviato", "Il termine è anticipato al 1° febbraio 2027."),
            ("pt", "Consulta: prazo encurtado", "O prazo foi encurtado para 1 de fevereiro de 2027."),
            ("nl", "Consultatie: termijn verkort", "De termijn is verkort tot 1 februari 2027."),
            ("pl", "Konsultacje: termin skrócony", "Termin skrócono do 1 lutego 2027 r."),
            ("cs", "Konzultace: lhůta zkrácena", "Lhůta se zkracuje do 1. února 2027."),
            ("ru", "Консультации: срок сокращён", "Срок сокращен до 1 февраля 2027 года."),
            ("zh", "关于缩短征求意见时间的公告", "截止时间提前至2027年2月1日。"),
            ("ja", "意見募集期間の短縮", "締切は2027年2月1日に短縮されました。"),
            ("ko", "입법예고 기간 단축", "의견 제출 기한을 2027년 2월 1일까지 단축한다."),
            ("ar", "تقليص مهلة الاستشارة", "الموعد النهائي 1 فبراير 2027"),
        ])
    func shortened(language: String, title: String, summary: String) {
        let dates = reader.facts(of: FactInput(title: title, summary: summary, language: Language(language))).dates
        #expect(dates.map(\.value) == [LegalDate(Day(number: 20_850), .deadline)], "\(dates.map(\.value))")
        #expect(dates.allSatisfy { $0.hasMoved })
    }

    @Test(
        "what is denied, asked for or merely possible was not done",
        arguments: [
            ("en", "598 U.S. 508 has not been overruled"), ("en", "The court did not overrule 598 U.S. 508"),
            ("en", "The court declined to annul Regulation (EU) 2024/1689"),
            ("en", "The Advocate General proposes that the Court annul Regulation (EU) 2024/1689"),
            ("en", "Proposal for a regulation amending Regulation (EU) 2024/1689 leaked"),
            ("en", "MEPs vote on amendments to Regulation (EU) 2024/1689"),
            ("en", "Draft bill to repeal SB 53 introduced"),
            ("en", "Google has applied for interpretation of the judgment in C-250/25"),
            ("en", "Getty Images applied for permission to appeal against [2025] EWHC 2863 (Ch)"),
            ("en", "OpenAI applied to set aside the order in No. 24-7700"),
            ("en", "Publishers amended their complaint in 1:23-cv-11195"),
            ("de", "Vorschlag für eine Verordnung zur Änderung der Verordnung (EU) 2024/1689"),
            ("fr", "Proposition de règlement modifiant le règlement (UE) 2024/1689"),
            ("en", "The panel refused to set aside [2023] EWHC 12 (Ch)"),
            ("en", "Applicants seek to have set aside [2023] EWHC 12 (Ch)"),
            ("en", "598 U.S. 508 could be overruled"), ("en", "No. 23-5233 may be vacated"),
            ("zh-Hans", "法院驳回撤销（2023）京0491民初11279号判决的请求"),
            ("zh-Hans", "（2023）京0491民初11279号判决未被撤销"), ("zh-Hant", "法院不予撤銷（2023）京0491民初11279号判決"),
            ("de", "Das Urteil 310 O 227/23 wurde nicht aufgehoben"),
            ("de", "Der BGH hebt das Urteil 310 O 227/23 nicht auf"),
            ("fr", "La cour n'annule pas la décision n° 23-12.345"), ("fr", "La cour refuse d'annuler l'arrêt C-5/08"),
            ("es", "El Tribunal no anula la STS 123/2024"), ("it", "La Corte non annulla la sentenza C-250/25"),
            ("pt", "O tribunal não anulou a decisão C-250/25"),
            ("nl", "Het hof vernietigt niet ECLI:NL:RBAMS:2024:1234"),
            ("pl", "Sąd nie uchylił wyroku C-250/25"), ("cs", "Soud odmítl zrušit rozsudek C-250/25"),
            ("ru", "Суд не отменил решение по делу А40-200471/23"),
            ("ja", "最高裁は令和6年（ネ）第10006号の取消しを認めなかった"), ("ko", "법원은 2022나89524 판결을 취소하지 않았다"),
            ("ar", "لم تلغي المحكمة الحكم C-250/25"),
        ])
    func negations(language: String, text: String) { #expect(treatments(text, language).isEmpty, "\(text)") }

    @Test(
        "a cue speaks of its object, and of those that are listed with it",
        arguments: [
            (
                "Regulation amending Directive 2001/29/EC and repealing Directive 96/9/EC",
                ["EU 2001/29 amended", "EU 96/9 repealed"]
            ),
            ("Case C-250/25: the Court annuls Decision (EU) 2025/11", ["EU 2025/11 annulled"]),
            ("No. 23-5233 was vacated by the panel in No. 25-1107", ["No. 23-5233 annulled"]),
            ("The judgments in C-5/08 and C-476/17 were overruled", ["C-5/08 overruled", "C-476/17 overruled"]),
            ("The court did not distinguish 598 U.S. 508 but overruled 510 U.S. 569", ["510 U.S. 569 overruled"]),
            ("The court annulled the rule. Meanwhile parties discuss C-5/08.", []),
        ])
    func objects(text: String, expected: [String]) { #expect(treatments(text, "en") == expected) }

    @Test(
        "who acted is told from what it was done to, and what is done near an authority is not done to it",
        arguments: [
            (
                "de", "Das OLG Hamburg (Az. 5 U 31/26) hat die Entscheidung der Vorinstanz aufgehoben.",
                "Entscheidung der Vorinstanz annulled"
            ),
            (
                "de", "Der BGH hat mit Urteil vom 4. Mai 2026 (I ZR 12/26) das Urteil des OLG aufgehoben.",
                "Urteil des OLG annulled"
            ),
            ("de", "Das Urteil (6 U 99/25) wurde vom BGH (I ZR 12/26) aufgehoben.", "6 U 99/25 annulled"),
            ("de", "Das Urteil des OLG Köln (6 U 99/25) wurde aufgehoben.", "6 U 99/25 annulled"),
            (
                "en", "The Court of Appeal ([2026] EWCA Civ 402) overturned the High Court's judgment.",
                "High Court's judgment annulled"
            ),
            ("en", "The Ninth Circuit (No. 26-5512) stayed the order in No. 3:26-cv-00417.", "3:26-cv-00417 stayed"),
            ("en", "The court reversed the judgment in No. 3:26-cv-00417.", "3:26-cv-00417 annulled"),
            ("en", "The decision in [2026] EWHC 412 (Ch) is reversed.", "[2026] EWHC 412 (Ch) annulled"),
            (
                "fr", "La cour d’appel (RG n° 26/04567) a infirmé le jugement du tribunal judiciaire (RG n° 25/01234).",
                "n° 25/01234 overruled"
            ),
            ("ja", "知的財産高等裁判所（令和8年（ネ）第10001号）は、東京地裁判決を取り消した。", "東京地裁判決 annulled"),
            ("ja", "東京地裁の判決（令和7年（ワ）第70512号）は取り消された。", nil),
            ("ko", "대법원(2026다12345)은 원심판결을 파기했다.", "the judgment below annulled"),
            ("ko", "2025나1234 판결은 파기됐다.", "2025나1234 annulled"),
            ("en", "The Commission delayed its guidelines on Article 6 of Regulation (EU) 2024/1689.", nil),
            ("en", "The regulator suspended a fine under Regulation (EU) 2024/1689.", nil),
            ("en", "The markup of H.R. 9911 is postponed.", nil),
            ("en", "Parliament delayed Regulation (EU) 2024/1689.", "EU 2024/1689 stayed"),
        ])
    func actors(language: String, text: String, expected: String?) {
        #expect(treatments(text, language) == (expected.map { [$0] } ?? []), "\(text)")
    }

    @Test(
        "an authority without a citation is treated by its name, or by the number that only its country gives",
        arguments: [
            ("zh-Hans", "《新示例管理办法》自2026年1月1日起施行，《旧示例管理办法》同时废止", "《旧示例管理办法》 repealed"),
            ("zh-Hans", "《新示例管理办法》施行，同时废止《旧示例管理办法》", "《旧示例管理办法》 repealed"),
            ("zh-Hans", "《新示例管理办法》废止2019年发布的《旧示例管理办法》", "《旧示例管理办法》 repealed"),
            ("zh-Hans", "《旧示例管理办法》（国家网信办令第9号）自2026年1月1日起废止", "《旧示例管理办法》 repealed"),
            ("zh-Hans", "《关于废止〈旧示例管理办法〉的决定》公布", "《旧示例管理办法》 repealed"),
            ("zh-Hans", "根据《中华人民共和国立法法》，《旧示例管理办法》废止", "《旧示例管理办法》 repealed"),
            ("zh-Hant", "《舊示例管理辦法》同時廢止", "《舊示例管理辦法》 repealed"),
            ("ja", "「旧AI利用ガイドライン」を廃止した", "「旧AI利用ガイドライン」 repealed"),
            ("ja", "「新AI利用ガイドライン」を策定し、「旧AI利用ガイドライン」を廃止", "「旧AI利用ガイドライン」 repealed"),
            ("ko", "「옛 인공지능 지침」을 폐지한다", "「옛인공지능지침」 repealed"),
            ("en", "Executive Order 14110 is revoked", "Executive Order 14110 repealed"),
            ("en", "The order revokes EO 14,110 of 2023", "Executive Order 14110 repealed"),
            ("it", "Il regio decreto 22 aprile 1941, n. 633, è abrogato", "Regio Decreto 633/1941 repealed"),
            ("it", "Il decreto abroga la legge n. 633 del 1941", "Legge 633/1941 repealed"),
            ("es", "El Real Decreto 817/2023 queda derogado", "Real Decreto 817/2023 repealed"),
            (
                "es", "Se aprueba la Ley 1/2026 y queda derogado el real decreto 817/2023",
                "Real Decreto 817/2023 repealed"
            ),
            ("pt", "A lei revoga a Lei nº 9.610, de 19 de fevereiro de 1998", "Lei 9610/1998 repealed"),
            ("fr", "Le décret n° 2023-1234 est abrogé", "Décret 2023-1234 repealed"),
            ("en", "The Supreme Court overruled Warhol v. Goldsmith", "warhol v goldsmith overruled"),
            ("en", "Supreme Court Overrules Warhol v. Goldsmith", "warhol v goldsmith overruled"),
            ("en", "Getty Images v Stability AI was overruled", "getty images v stability ai overruled"),
            (
                "en", "Getty Images v Stability AI [2025] EWHC 2863 (Ch) was overruled",
                "[2025] EWHC 2863 (Ch) overruled"
            ),
            ("en", "Third Circuit reverses district court's ruling in Acme v. Beta", "acme v beta annulled"),
            ("de", "Muster gegen Beispiel wurde aufgehoben", "muster v beispiel annulled"),
        ])
    func names(language: String, text: String, expected: String) {
        #expect(treatments(text, language) == [expected], "\(text)")
    }

    @Test(
        "a name near a cue is not what the cue speaks of, unless nothing else can be",
        arguments: [
            ("zh-Hans", "《旧示例管理办法》不得撤销"), ("zh-Hans", "任何人不得撤销《旧示例管理办法》"), ("zh-Hans", "拟废止《旧示例管理办法》"),
            ("zh-Hans", "《新示例管理办法》自2026年1月1日起施行，原有规定同时废止"), ("zh-Hans", "《新示例管理办法》施行后旧规定同时废止"),
            ("zh-Hans", "旧规定同时废止 《新示例管理办法》施行"), ("zh-Hans", "违反《示例管理办法》，合同无效"),
            ("zh-Hans", "关于公开征求《关于废止〈旧示例管理办法〉的决定（征求意见稿）》意见"), ("zh-Hans", "依据《示例管理办法》处罚一公司"),
            ("ja", "「新AI利用ガイドライン」は旧指針を廃止する"), ("ja", "「新AI利用ガイドライン」の策定に伴い旧指針を廃止"),
            ("en", "The bill would repeal Executive Order 14110"), ("en", "Executive Order 14110 could be revoked"),
            ("en", "In Acme v. Beta, the stay was vacated"),
            ("en", "Judge overruled the defendant's objections to discovery in Acme v. Beta"),
            ("en", "The court declined to overrule Warhol v. Goldsmith"),
        ])
    func bystanders(language: String, text: String) { #expect(treatments(text, language).isEmpty, "\(text)") }

    @Test(
        "an act by the number that only its country gives has one form",
        arguments: [
            ("EO 14110", "Executive Order 14110"), ("executive order no. 14,110", "Executive Order 14110"),
            ("legge 22 aprile 1941, n. 633", "Legge 633/1941"),
            ("D.Lgs. n. 68 del 2003", "Decreto Legislativo 68/2003"),
            ("loi n° 78-17", "Loi 78-17"), ("Executive Order", nil), ("Ley 24", nil), ("EO 14110 of 2023", nil),
            ("", nil),
        ])
    func numbers(text: String, form: String?) { #expect(MatterName.numbered(text) == form) }

    @Test("acts of a list end together, and a name in several fields is one treatment with the words of each")
    func lists() {
        #expect(
            treatments("《甲示例管理办法》、《乙示例管理办法》同时废止", "zh-Hans") == ["《甲示例管理办法》 repealed", "《乙示例管理办法》 repealed"])
        #expect(
            treatments("Executive Order 14110 is revoked, Executive Order 13960 is revoked", "en")
                == ["Executive Order 14110 repealed", "Executive Order 13960 repealed"])
        let twice = reader.facts(
            of: FactInput(
                title: "Acme v. Beta was overruled",
                summary: "In a first, Acme v. Beta has been overruled. C-5/08 was annulled."
            )
        ).treatments
        #expect(twice.map(\.value.authority) == ["acme v beta", "C-5/08"])
        #expect(twice.first?.evidence.map(\.field) == [.title, .summary])
    }

    @Test(
        "a date that moves is told with the one that it moves from",
        arguments: [
            (
                "en", "High-risk duties now apply from 2 December 2027 instead of 2 August 2026.",
                "2027-12-02 effective from 2026-08-02"
            ),
            (
                "en", "The Omnibus postpones the high-risk rules from 2 August 2026 to 2 December 2027.",
                "2027-12-02 effective from 2026-08-02"
            ),
            (
                "en", "The hearing originally set for 3 March 2026 is postponed to 5 May 2026.",
                "2026-05-05 hearing from 2026-03-03"
            ),
            (
                "en", "The deadline for comments, 15 January 2027, has been extended to 1 March 2027.",
                "2027-03-01 deadline from 2027-01-15"
            ),
            (
                "en", "The omnibus moves the application of the duties from 2 August 2026 to 2 December 2027.",
                "2027-12-02 effective from 2026-08-02"
            ),
            (
                "en", "The markup of the bill is postponed from September 10, 2026 to September 24, 2026.",
                "2026-09-24 hearing from 2026-09-10"
            ),
            ("fr", "Le délai du 15 janvier 2027 est prolongé au 1er mars 2027.", "2027-03-01 deadline from 2027-01-15"),
            ("ja", "施行期日を令和8年10月1日から令和9年4月1日に変更する。", "2027-04-01 effective from 2026-10-01"),
            (
                "de", "Die Pflichten gelten ab 2. Dezember 2027 statt ab dem 2. August 2026.",
                "2027-12-02 effective from 2026-08-02"
            ),
            (
                "fr", "Les obligations sont reportées du 2 août 2026 au 2 décembre 2027.",
                "2027-12-02 effective from 2026-08-02"
            ),
            ("zh-Hans", "高风险义务的施行日期由2026年8月2日推迟至2027年12月2日。", "2027-12-02 effective from 2026-08-02"),
            ("ja", "高リスクの義務は2026年8月2日から2027年12月2日に延期される。", "2027-12-02 effective from 2026-08-02"),
            ("ko", "고위험 의무의 시행은 2026년 8월 2일에서 2027년 12월 2일로 연기된다.", "2027-12-02 effective from 2026-08-02"),
        ])
    func moves(language: String, text: String, expected: String) {
        let dates = reader.facts(of: FactInput(title: text, language: Language(language))).dates.map { date in
            "\(date.value.date) \(date.value.kind.rawValue)" + (date.movedFrom.map { " from \($0)" } ?? "")
        }
        #expect(dates == [expected])
    }

    @Test(
        "a period from one day to another moves nothing",
        arguments: [
            "The consultation runs from 2 March 2026 to 5 May 2026.", "Comments from 2 March 2026 until 5 May 2026",
        ])
    func periods(text: String) {
        #expect(reader.facts(of: FactInput(title: text)).dates.allSatisfy { !$0.hasMoved })
    }
}
