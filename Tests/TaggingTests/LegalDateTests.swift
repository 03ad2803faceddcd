import Model
import Testing

@testable import Tagging

/// Dates with legal effect, by the tables that the program comes with.
@Suite("Dates with legal effect")
struct LegalDateTests {
    private let reader: FactReader

    init() throws { reader = try .ofTheProgram() }

    private func facts(_ title: String, _ language: String = "en", published: String? = nil) throws -> Findings {
        let day = try published.map { try #require(Day(iso: $0)) }
        return reader.facts(of: FactInput(title: title, language: Language(language), published: day))
    }

    private func dates(_ text: String, _ language: String, published: String? = nil) throws -> [String] {
        try facts(text, language, published: published).dates.map { "\($0.value.date) \($0.value.kind.rawValue)" }
    }

    @Test(
        "dates take the effect that the words around them give, in every language",
        arguments: [
            ("en", "The Act applies from 2 August 2026.", ["2026-08-02 effective"]),
            ("en", "Comments are due by September 1, 2025", ["2025-09-01 deadline"]),
            ("en", "Oral argument is set for 3 March 2026", ["2026-03-03 hearing"]),
            ("en", "Responses by 11:59pm on 25 February 2025", ["2025-02-25 deadline"]),
            ("en", "The bill delays the Act to June 30, 2026", ["2026-06-30 effective"]),
            ("en", "The comment period runs from 1 May 2026 to 30 June 2026.", ["2026-06-30 deadline"]),
            ("en", "Comments are due by 11:59 p.m. Eastern Time on May 18, 2026.", ["2026-05-18 deadline"]),
            ("en", "passed the Senate by voice vote (July 23, 2024)", []),
            (
                "en", "The law takes effect sixty days after publication, that is, on 18 January 2026.",
                ["2026-01-18 effective"]
            ),
            ("en", "It takes effect 180 days after signature, on June 9, 2026.", ["2026-06-09 effective"]),
            ("en", "The law takes effect next year, the governor said on October 3, 2025", []),
            (
                "en",
                "Rule 1 comes into force on 14 May 2026, rule 4 on 14 November 2026, and the rest on 14 May 2027.",
                ["2026-05-14 effective", "2026-11-14 effective", "2027-05-14 effective"]
            ),
            (
                "en", "It comes into force on 14 May 2026, the ministry announced on 2 March 2026",
                ["2026-05-14 effective"]
            ),
            ("en", "The Act takes effect on 4 May 2026, Reuters wrote on 8 March 2026", ["2026-05-04 effective"]),
            ("en", "It takes effect on May 4, 2026 after a vote on June 8, 2026", ["2026-05-04 effective"]),
            (
                "en", "It takes effect on May 4, 2026, and our webinar takes place on June 8, 2026",
                ["2026-05-04 effective"]
            ),
            ("en", "The law takes effect 60 days after the governor signed it on March 3, 2026", []),
            ("fr", "Le règlement entre en vigueur vingt jours après sa publication le 12 juillet 2024", []),
            ("es", "Entra en vigor veinte días después de su publicación el 12 de julio de 2024", []),
            ("ja", "2026年3月1日、経済産業省は都内で開いた有識者による検討会の席上、新法が来年施行されると説明した。", []),

            ("en", "It applies on 14 May 2026, and on 2 June 2026 the ministry met", ["2026-05-14 effective"]),
            ("en", "Send remarks under the Act up to and including 22 August 2026", ["2026-08-22 deadline"]),
            ("en", "models placed on the market after 2 August 2026", ["2026-08-02 effective"]),
            (
                "es", "El reglamento rige a los noventa días de publicado, esto es, el 22 de enero de 2026.",
                ["2026-01-22 effective"]
            ),
            ("es", "Se recibirán observaciones hasta el 15 del próximo mes de agosto de 2026", ["2026-08-15 deadline"]),
            (
                "pt", "A portaria passa a valer 120 dias depois, isto é, em 12 de julho de 2026",
                ["2026-07-12 effective"]
            ),
            ("fr", "Entrée en vigueur : le 1er octobre 2026.", ["2026-10-01 effective"]),
            ("ja", "2026年12月18日から、指定事業者に対し、禁止事項が適用される。", ["2026-12-18 effective"]),
            ("ko", "첫 변론이 2026년 9월 18일 오전 열린다.", ["2026-09-18 hearing"]),
            ("ja", "2026年3月1日、経済産業省は都内で開いた有識者による検討会の席上、新法が来年施行されると説明した。", []),
            ("zh-Hant", "115年1月14日公布全文20條，並自公布日施行。", ["2026-01-14 effective"]),
            ("zh-Hans", "公众可在2026年12月27日至2027年1月25日期间提出意见。", ["2027-01-25 deadline"]),
            ("zh-Hans", "大部分条款要到2026年8月2日才适用。", ["2026-08-02 effective"]),
            ("zh-Hans", "12月27日，原告向法院提起诉讼。", []), ("zh-Hans", "标准于2025年11月1日实施。", ["2025-11-01 effective"]),
            ("zh-Hans", "截至2024年12月31日，共302款服务完成备案。", []),
            ("zh-Hans", "本办法自2025年9月1日起施行。", ["2025-09-01 effective"]),
            ("zh-Hans", "意见反馈截止时间为2025年3月16日。", ["2025-03-16 deadline"]),
            ("zh-Hant", "本辦法自2025年9月1日施行。", ["2025-09-01 effective"]),
            ("ja", "改正法は2026年4月1日に施行される。", ["2026-04-01 effective"]),
            ("ja", "意見募集は2025年6月30日まで。", ["2025-06-30 deadline"]),
            ("ko", "인공지능기본법은 2026년 1월 22일부터 시행된다.", ["2026-01-22 effective"]),
            ("ko", "의견은 2025년 10월 13일까지 제출", ["2025-10-13 deadline"]),
            ("de", "Das Gesetz tritt am 1. Januar 2026 in Kraft.", ["2026-01-01 effective"]),
            ("de", "Stellungnahmen bis zum 10. Oktober 2025", ["2025-10-10 deadline"]),
            ("fr", "La loi entre en vigueur le 1er janvier 2026.", ["2026-01-01 effective"]),
            ("fr", "Contributions jusqu'au 15 mars 2026", ["2026-03-15 deadline"]),
            ("es", "La ley entrará en vigor el 2 de agosto de 2026.", ["2026-08-02 effective"]),
            ("es", "Alegaciones hasta el 26 de marzo de 2026", ["2026-03-26 deadline"]),
            ("it", "La legge entra in vigore il 10 ottobre 2025.", ["2025-10-10 effective"]),
            ("it", "Contributi entro il 30 giugno 2026", ["2026-06-30 deadline"]),
            ("it", "Contributi entro l’11 aprile 2026", ["2026-04-11 deadline"]),
            ("it", "Si applica dall'8 agosto 2026", ["2026-08-08 effective"]),
            ("it", "Osservazioni dall’8 aprile all’11 maggio 2026", ["2026-05-11 deadline"]),
            ("fr", "Consultation ouverte du 7 avril au 12 mai 2026", ["2026-05-12 deadline"]),
            ("fr", "Consultation publique du 7 au 29 mai 2026", ["2026-05-29 deadline"]),
            ("fr", "Colloque du 7 au 9 mai 2026", []),
            ("de", "Konsultation vom 7. April bis 12. Mai 2026", ["2026-05-12 deadline"]),
            ("es", "Consulta abierta del 7 de abril al 12 de mayo de 2026", ["2026-05-12 deadline"]),
            ("pt", "Consulta pública de 7 de abril a 12 de maio de 2026", ["2026-05-12 deadline"]),
            ("nl", "De internetconsultatie loopt van 7 april tot 12 mei 2026", ["2026-05-12 deadline"]),
            ("zh-Hans", "征求意见时间为2026年4月7日至5月12日", ["2026-05-12 deadline"]),
            ("zh-Hans", "征求意见时间为2026年12月7日至1月12日", ["2027-01-12 deadline"]),
            ("zh-Hans", "展会时间为2026年4月7日至5月12日", []),
            ("en", "It seeks comments on its plan for 1 April 2026 to 31 March 2029", []),
            ("zh-Hans", "公开征求意见：2027年1月1日至2029年12月31日规划", []),
            ("zh-Hans", "公示时间：2026年4月7日至17日", ["2026-04-17 deadline"]),
            ("ja", "意見募集期間　令和8年4月7日（火）～令和8年5月12日（火）", ["2026-05-12 deadline"]),
            ("ko", "의견수렴: 2026년 4월 7일(화) ~ 5월 12일(화)", ["2026-05-12 deadline"]),
            ("de", "Konsultation: 7. April – 12. Mai 2026", ["2026-05-12 deadline"]),
            ("de", "Das Urteil wird am 12. Mai 2026 verkündet", ["2026-05-12 hearing"]),
            ("pt", "O julgamento está marcado para 12 de maio de 2026", ["2026-05-12 hearing"]),
            ("it", "Gli obblighi scattano il 2 agosto 2026", ["2026-08-02 effective"]),
            ("ar", "يدخل القانون حيز التنفيذ في 1 يوليو 2026", ["2026-07-01 effective"]),
            ("ar", "يدخل القانون حيز التنفيذ في الأول من يوليو 2026", ["2026-07-01 effective"]),
            (
                "ru", "Закон вступит в силу с 1 марта 2027 года, а статья 5 — с 1 сентября",
                ["2027-03-01 effective", "2027-09-01 effective"]
            ),
            ("es", "El decreto entra en vigencia el 1 de julio de 2026", ["2026-07-01 effective"]),
            ("en", "The hearing is scheduled for the week of 5 May 2026", ["2026-05-05 hearing"]),
            ("it", "Entro l'estate cambia la legge dell'8 maggio 2025", []),
            ("pt", "A lei entra em vigor em 17 de março de 2026.", ["2026-03-17 effective"]),
            ("pt", "Contribuições até 24 de janeiro de 2026", ["2026-01-24 deadline"]),
            ("nl", "De wet treedt in werking op 1 juli 2026.", ["2026-07-01 effective"]),
            ("nl", "Reageren kan tot en met 5 mei 2026", ["2026-05-05 deadline"]),
            ("nl", "Bezwaar maken kan vóór 6 mei 2026", ["2026-05-06 deadline"]),
            ("nl", "Bezwaar maken kan voor 6 mei 2026", ["2026-05-06 deadline"]),
            ("en", "It postpones the operation of SB 942 to August 2, 2026.", ["2026-08-02 effective"]),
            ("fr", "Il est convoqué en audition libre le 20 avril 2026", ["2026-04-20 hearing"]),
            ("pl", "Ustawa wchodzi w życie 2 sierpnia 2026 r.", ["2026-08-02 effective"]),
            ("pl", "Uwagi do 15 listopada 2025 r.", ["2025-11-15 deadline"]),
            ("ru", "Закон вступает в силу с 1 сентября 2026 года.", ["2026-09-01 effective"]),
            ("ru", "Замечания принимаются до 15 мая 2026 года", ["2026-05-15 deadline"]),
            ("cs", "Zákon nabývá účinnosti 1. července 2026.", ["2026-07-01 effective"]),
            ("es", "La audiencia señalada para el 4 de mayo de 2026", ["2026-05-04 hearing"]),
            ("it", "Udienza fissata per il 5 maggio 2026", ["2026-05-05 hearing"]),
            ("pt", "Julgamento marcado para 6 de maio de 2026", ["2026-05-06 hearing"]),
            ("nl", "Zitting op 7 mei 2026 in Den Haag", ["2026-05-07 hearing"]),
            ("ru", "Заседание назначено на 8 мая 2026 года", ["2026-05-08 hearing"]),
            ("cs", "Nařízení je účinné od 1. srpna 2026", ["2026-08-01 effective"]),
            ("fr", "La consultation s'achève le 9 mai 2026", ["2026-05-09 deadline"]),
            ("de", "Die Frist endet am 10. Mai 2026", ["2026-05-10 deadline"]),
            ("ar", "يدخل القانون حيز التنفيذ اعتبارا من 1 يناير 2026", ["2026-01-01 effective"]),
            ("en", "Obligations entered into application on 2 August 2025", ["2025-08-02 effective"]),
            ("en", "The Act will come into operation on 1 April 2026", ["2026-04-01 effective"]),
            ("en", "High-risk rules: new application date 2 December 2027", ["2027-12-02 effective"]),
            ("en", "Submissions close 17 February 2026", ["2026-02-17 deadline"]),
            ("en", "The hearing takes place on 4 June 2026", ["2026-06-04 hearing"]),
            ("en", "Trial scheduled to begin on September 8, 2026", ["2026-09-08 hearing"]),
            ("en", "Deadline for responses moved from 1 March to 1 May 2026", ["2026-05-01 deadline"]),
            ("de", "Die Regeln sind seit 2. Februar 2025 anwendbar", ["2025-02-02 effective"]),
            ("fr", "Le délai est reporté au 1er septembre 2026", ["2026-09-01 deadline"]),
            ("fr", "La date d'application est fixée au 2 août 2026", ["2026-08-02 effective"]),
            ("es", "La audiencia se celebrará el 7 de julio de 2026", ["2026-07-07 hearing"]),
            ("it", "La consultazione pubblica termina il 10 aprile 2026", ["2026-04-10 deadline"]),
            ("it", "Obblighi operativi dal 2 agosto 2026", ["2026-08-02 effective"]),
            ("nl", "De wet treedt op 1 juli 2026 in werking", ["2026-07-01 effective"]),
            ("nl", "De regels gelden per 2 augustus 2026", ["2026-08-02 effective"]),
            ("cs", "Povinnosti se uplatní od 2. srpna 2026", ["2026-08-02 effective"]),
            ("ja", "パブリックコメントの締め切りは2026年4月10日", ["2026-04-10 deadline"]),
            ("zh-Hans", "听证会定于2026年5月20日举行", ["2026-05-20 hearing"]),
            ("zh-Hant", "公開諮詢期至2026年5月8日結束", ["2026-05-08 deadline"]),
            ("ar", "يبدأ تطبيق القانون في 1 سبتمبر 2026", ["2026-09-01 effective"]),
            ("en", "The duties become applicable on 2 August 2026.", ["2026-08-02 effective"]),
            ("en", "Feedback is collected until 23 January 2026", ["2026-01-23 deadline"]),
            ("ko", "첫 재판이 2025년 9월 18일 서울중앙지법에서 열렸다", ["2025-09-18 hearing"]),
            ("zh-Hans", "本标准25年11月1日起实施", ["2025-11-01 effective"]),
            ("zh-Hant", "本條例自112年8月31日起施行", ["2023-08-31 effective"]),
            ("de", "Das Gericht hat am 9. März 2026 über die Klage verhandelt", ["2026-03-09 hearing"]),
            ("zh-Hans", "社会各界可于2024年12月13日前通过电子邮件提出意见", ["2024-12-13 deadline"]),
            ("ko", "예고 기간: 2025. 11. 12. ~ 2025. 12. 22.", ["2025-12-22 deadline"]),
            (
                "en", "Comments, at first due by March 20, 2026, are accepted through April 3, 2026",
                ["2026-04-03 deadline"]
            ),
            ("de", "Das Gesetz tritt am 01.09.25 in Kraft", ["2025-09-01 effective"]),
            ("fr", "Le décret entre en vigueur le 1/9/25", ["2025-09-01 effective"]),
            ("nl", "De wet treedt op 01-09-25 in werking", ["2025-09-01 effective"]),
            ("en", "Effective with release 1.2.345", []), ("en", "Effective 1/1/76", []),
            ("en", "They shall come into force on the 20th day of February, 2026.", ["2026-02-20 effective"]),
            ("en", "New rules go into effect on Monday, October 5, 2026", ["2026-10-05 effective"]),
            ("en", "The hearing is on Wednesday 20 May 2026", ["2026-05-20 hearing"]),
            ("en", "The hearing runs on 9 and 10 June 2026", ["2026-06-09 hearing"]),
            ("en", "Comments may be filed between 4 May 2026 and 26 June 2026", ["2026-06-26 deadline"]),
            ("en", "The trial is rescheduled from September 8, 2026 to December 1, 2026", ["2026-12-01 hearing"]),
            ("en", "The trial is rescheduled from 1 May 2026 to 9 and 10 June 2026", ["2026-06-09 hearing"]),
            ("de", "Die Kammer verhandelt nun am Montag, dem 9. März 2026", ["2026-03-09 hearing"]),
            ("fr", "Il entrera en vigueur le quinzième jour, soit le 19 mars 2026", ["2026-03-19 effective"]),
            ("ru", "Закон вводится в действие 18 января 2026 года", ["2026-01-18 effective"]),
            ("zh-Hans", "本指引自二〇二六年六月十五日起施行。", ["2026-06-15 effective"]),
            ("zh-Hant", "並自一百十五年七月一日施行", ["2026-07-01 effective"]),
            ("zh-Hant", "公眾諮詢至九月八日", []),
            ("zh-Hans", "公众可以在2026年5月8日前，通过网站提出意见", ["2026-05-08 deadline"]),
            ("zh-Hans", "材料提交期限由2026年3月31日延长至2026年4月30日", ["2026-04-30 deadline"]),
            ("zh-Hans", "法官将开庭日期由2026年9月14日改为2026年11月2日", ["2026-11-02 hearing"]),
            (
                "en", "Comments due by 15 January 2027 are sent by mail. The effective date was moved to 1 March 2027.",
                ["2027-01-15 deadline", "2027-03-01 effective"]
            ),
            ("en", "The hearing on 3 May 2026 is before the judge; they moved to dismiss", ["2026-05-03 hearing"]),
            ("en", "They moved to dismiss and the hearing on 3 May 2026 is public", ["2026-05-03 hearing"]),
            ("en", "Hearing on motion for an injunction is set for 3 September 2026", ["2026-09-03 hearing"]),
            ("ja", "令和8年4月1日以降の出願に適用される", ["2026-04-01 effective"]),
        ])
    func effects(language: String, text: String, expected: [String]) throws {
        #expect(try dates(text, language) == expected)
    }

    @Test("a period in which the public could answer tells no deadline once it is over")
    func pastPeriod() throws {
        let title = "Consultation publique du 7 avril au 12 mai 2021"
        #expect(try facts(title, "fr", published: "2021-07-01").dates.isEmpty)
        #expect(try facts(title, "fr", published: "2021-04-08").dates.count == 1)
    }

    @Test(
        "a day of publication or decision has no legal effect",
        arguments: [
            ("en", "The ruling was published on 4 November 2025."), ("en", "Judgment of 11 November 2025"),
            ("zh-Hans", "法院于2025年2月10日作出判决"), ("de", "Urteil vom 11. November 2025"),
            ("fr", "Décision du 12 mars 2025"), ("ja", "2025年5月28日に成立"), ("ko", "2024년 12월 26일 통과"),
            ("ru", "Закон от 8 июля 2024 года"), ("en", "In August 2026 the Act applies"),
            ("en", "The merger closed on 3 March 2026"), ("en", "The court ruled on 4 June 2026 on training"),
            ("de", "Das Gericht entschied am 4. Juni 2026"), ("fr", "Le tribunal a jugé le 4 juin 2026"),
            ("nl", "De rechtbank oordeelde op 4 juni 2026"), ("cs", "Soud rozhodl 4. června 2026"),
            ("es", "El tribunal dictó sentencia el 4 de junio de 2026"),
            ("it", "Il tribunale ha deciso il 4 giugno 2026"),
            ("pt", "O tribunal decidiu em 4 de junho de 2026"), ("pl", "Sąd orzekł 4 czerwca 2026 r."),
            ("ar", "أصدرت المحكمة حكمها في 4 يونيو 2026"), ("zh-Hans", "报告于2026年3月3日发布"),
            ("en", "The report was laid by the minister before Parliament on 18 March 2026"),
            ("en", "Passed by the House on March 13, 2026"),
            ("de", "Vom 8. bis 12. Juni 2026 tagt der Anwaltstag"),
            ("zh-Hans", "2023年1月1日至2025年12月31日，全省法院共受理案件一千余件"),
        ])
    func noEffect(language: String, text: String) throws { #expect(try dates(text, language) == []) }

    @Test(
        "where the text leaves open which number is the month, American law writes it first",
        arguments: [
            ("Texas: comments due 3/4/2026", "2026-03-04 deadline"), ("Comments due 3/4/26", "2026-03-04 deadline"),
            ("ICO: comments due 3/4/2026", "2026-04-03 deadline"),
            ("Australia: submissions close 5/6/26", "2026-06-05 deadline"),
            ("ICO: comments due 3/14/2026", "2026-03-14 deadline"),
            ("Texas: comments due 14/3/2026", "2026-03-14 deadline"),
        ])
    func order(text: String, expected: String) throws { #expect(try dates(text, "en") == [expected]) }

    @Test("a date without a year takes that of publication, or the next where the day is long past")
    func yearLeftOut() throws {
        #expect(try dates("Comments due by 1 March", "en", published: "2026-01-10") == ["2026-03-01 deadline"])
        #expect(try dates("Comments due by 1 March", "en", published: "2025-12-10") == ["2026-03-01 deadline"])
        #expect(try dates("公眾諮詢至九月八日", "zh-Hant", published: "2026-07-08") == ["2026-09-08 deadline"])
        let answers = "Comments are due June 1 and 12 agencies have answered"
        #expect(try dates(answers, "en", published: "2026-05-01") == ["2026-06-01 deadline"])
        let period = "예고 기간: 2025. 11. 12. ~ 12. 22."
        #expect(try dates(period, "ko", published: "2025-11-12") == ["2025-12-22 deadline"])
    }

    @Test(
        "the year that a text leaves out is the one that makes the nearest day, sooner ahead than behind",
        arguments: [
            ("The court held a hearing on 20 December", "2026-01-05", ["2025-12-20 hearing"]),
            ("The law took effect on 30 December", "2026-01-08", ["2025-12-30 effective"]),
            ("The law takes effect on 1 December", "2026-01-20", ["2026-12-01 effective"]),
            ("Comments are due by 29 February", "2027-12-15", ["2028-02-29 deadline"]),
            ("Comments are due by 28 February", "2027-12-15", ["2028-02-28 deadline"]),
            ("Comments are due by 29 February", "2025-06-15", []),
        ])
    func nearestYear(text: String, published: String, expected: [String]) throws {
        #expect(try dates(text, "en", published: published) == expected)
    }

    @Test("a date without a year counts from the day on which an item was seen that bears none")
    func firstSight() throws {
        let tables = try FactTables.ofTheProgram()
        let vocabulary = try Vocabulary(files: [], facts: tables)
        let tagger = Tagger(vocabulary: vocabulary, topics: try TopicSet([], vocabulary: vocabulary))
        var text = TaggedText(title: "Comments are due by 28 February.", language: .english)
        #expect(tagger.findings(in: text).dates.isEmpty)
        text.seen = Instant(rfc3339: "2026-01-10T12:00:00Z")
        #expect(tagger.findings(in: text).dates.map(\.value.date.description) == ["2026-02-28"])
        text.published = Instant(rfc3339: "2027-01-10T12:00:00Z")
        #expect(tagger.findings(in: text).dates.map(\.value.date.description) == ["2027-02-28"])
    }

    @Test(
        "the number of an article, a rule or a product before a word that names a month elsewhere is no day",
        arguments: [
            ("de", "Verbote nach Art. 5 des AI Act gelten"), ("de", "Artikel 5 des KI-Gesetzes tritt in Kraft"),
            ("de", "Frist nach Artikel 3 des Entwurfs endet bald"),
            ("de", "Die Pflicht nach Art. 5 des 2024 verkündeten Gesetzes gilt"),
            ("fr", "L'article 10 des règles entre en vigueur bientôt"),
            ("es", "El artículo 5 des- entra en vigor"), ("nl", "Artikel 5 des wets treedt in werking"),
            ("cs", "Článek 5 pro vývojáře nabývá účinnosti"), ("pl", "Art. 5 się stosuje i wchodzi w życie"),
            ("en", "Hearing in copyright case 7 set for next week"), ("en", "Rule 5 led to a deadline"),
            ("en", "Deadline for comments on question 12 out of reach"),
            ("en", "Deadline for comments on rule 12 may be extended"),
            ("en", "Hearing on Proposition 22 May Decide Training Fight"),
            ("en", "Hearing on Proposition 22 may decide the fight"), ("en", "GPT-5 May Face a Hearing"),
            ("en", "Deadline Under Rule 12 May Be Extended"), ("en", "Article 5 march takes effect"),
            ("zh-Hans", "Article 5 may 条款生效"),
        ])
    func noDays(language: String, text: String) throws {
        #expect(try dates(text, language, published: "2026-01-05") == [])
    }

    @Test(
        "May and March are months with a capital, a year or a full stop where a day or a word that leads to one is near",
        arguments: [
            ("en", "Comments are due by 12 May", "2026-05-12 deadline"),
            ("en", "Comments Are Due May 12 at Noon", "2026-05-12 deadline"),
            ("en", "Submissions close Tuesday 12 May", "2026-05-12 deadline"),
            ("en", "The deadline is 12 May for all", "2026-05-12 deadline"),
            ("en", "Comments due 9 and 10 March", "2026-03-10 deadline"),
            ("en", "comments are due by 12 may 2026", "2026-05-12 deadline"),
            ("en", "Comments are due by 12 May, the office says", "2026-05-12 deadline"),
            ("en", "The hearing is set for 12 May in London", "2026-05-12 hearing"),
            ("de", "Die Frist endet am 10. Mai", "2026-05-10 deadline"),
            ("de", "Frist: comments are due by September 1, 2026", "2026-09-01 deadline"),
        ])
    func mayIsMonth(language: String, text: String, expected: String) throws {
        #expect(try dates(text, language, published: "2026-01-05") == [expected])
    }

    @Test("a deadline behind hundreds of other dates is found, and what is told is bounded")
    func manyDates() throws {
        let row = (0..<205).map { "Decision of \($0 % 28 + 1) March 2024. " }.joined()
        #expect(
            try dates(row + "Comments on training are due by 15 March 2026.", "en").contains("2026-03-15 deadline"))
        let days = (0..<300).map { "Comments are due by \($0 % 28 + 1) March \(2000 + $0 / 28). " }.joined()
        #expect(try dates(days, "en").count == 200)
    }

    @Test(
        "a date that the publisher states is read as people write it",
        arguments: [
            ("effective", "2027-08-02", "en", "2027-08-02"), ("effective", "2027-08-02T00:00:00Z", "en", "2027-08-02"),
            ("effective", "2 August 2027", "en", "2027-08-02"), ("effective", "2. August 2027", "de", "2027-08-02"),
            ("effective", "Mon, 02 Aug 2027 00:00:00 GMT", "en", "2027-08-02"),
            ("effective", "start=2027-08-02; end=2028-08-01;", "en", "2027-08-02"),
            ("deadline", "1 May 2027 – 30 May 2027", "en", "2027-05-30"), ("effective", "2 August", "en", nil),
            ("effective", "soon", "en", nil),
        ])
    func stated(kind: String, value: String, language: String, expected: String?) {
        let input = FactInput(
            title: "New rules", language: Language(language), published: Day(iso: "2026-11-20"),
            stated: [StatedFact(kind: kind, value: value, origin: "dcterms:valid")])
        #expect(reader.facts(of: input).dates.map(\.value.date.description) == [expected].compactMap(\.self))
    }

    @Test("what begins on a stated day that is still to come is adopted, and not in force")
    func statedStage() {
        let input = FactInput(
            title: "The Artificial Intelligence (Amendment) Regulations", published: Day(iso: "2026-11-20"),
            authority: .legislator,
            stated: [StatedFact(kind: "effective", value: "2 August 2027", origin: "dcterms:valid")])
        #expect(reader.facts(of: input).stage.value == .adopted)
    }

    @Test("a text that is nothing but dates that move is read to its end in little time")
    func manyMoves() throws {
        let text = String(repeating: "The trial is postponed from 1 May 2026 to 2 May 2026. ", count: 2_000)
        #expect(try dates(text, "en") == ["2026-05-02 hearing"])
    }

    @Test("a period that lies behind the report counts things, and is no deadline")
    func periodBehind() throws {
        let text = "С 1 января 2026 года по 30 июня 2026 года удалено 4 тысячи материалов"
        #expect(try dates(text, "ru", published: "2026-07-08") == [])
        let call = "Замечания принимаются с 1 января 2026 года по 30 июня 2026 года"
        #expect(try dates(call, "ru", published: "2026-05-08") == ["2026-06-30 deadline"])
    }
}
