import Model
import Syndication
import Testing

/// Ways of writing a date, by what makes them hard: the text, its language, and the moment.
@Suite("Dates as people and programs write them")
struct DateWritingTests {
    typealias Form = (text: String, language: String, moment: String?)

    private func expect(_ form: Form) {
        let moment = form.moment.map { $0.contains("T") ? $0 + "Z" : $0 + "T00:00:00Z" }
        #expect(DateReader().speaking(form.language).instant(form.text)?.description == moment, "\(form)")
    }

    @Test(
        "of a time that lasts the beginning counts, and its end is no zone",
        arguments: [
            ("Wednesday 12 June 2024, 8am-4pm", "en", "2024-06-12T08:00:00"),
            ("June 12, 2024 8:30 AM-10:00 AM", "en", "2024-06-12T08:30:00"),
            ("12 June 2024, 2:15-4pm", "en", "2024-06-12T14:15:00"),
            ("12 June 2024, 11:30-1pm", "en", "2024-06-12T11:30:00"),
            ("12 June 2024, 11am-12 noon BST", "en", "2024-06-12T10:00:00"),
            ("12 June 2024 09:00-12", "en", "2024-06-12T09:00:00"),
            ("12. Juni 2024, 9–11 Uhr", "de", "2024-06-12T09:00:00"),
            ("12. Juni 2024, 9.15–11.45 Uhr", "de", "2024-06-12T09:15:00"),
            ("12. Juni 2024 von 9 bis 11 Uhr", "de", "2024-06-12T09:00:00"),
            ("12. bis 14. Juni 2024, 9-11 Uhr", "de", "2024-06-12T09:00:00"),
            ("12 juin 2024, 9h30-17h", "fr", "2024-06-12T09:30:00"),
            ("12 juni 2024 kl. 9-11", "sv", "2024-06-12T09:00:00"),
            ("12.6.2024 klo 9.30-11.00", "fi", "2024-06-12T09:30:00"),
            ("12 giugno 2024, ore 9-13", "it", "2024-06-12T09:00:00"),
            ("12 июня 2024 с 9 до 11 часов", "ru", "2024-06-12T09:00:00"),
            ("12.6.2024 klo 9-11.30", "fi", "2024-06-12T09:00:00"),
            ("2024. június 12. 9-11 óra", "hu", "2024-06-12T09:00:00"),
            ("2024年6月12日 9:00～2024年6月14日 12:00", "ja", "2024-06-12T09:00:00"),
            ("12 июня 2024 9:00-14 июня 2024 12:00", "ru", "2024-06-12T09:00:00"),
            ("2024年6月12日 9時30分～11時", "ja", "2024-06-12T09:30:00"),
            ("2024年6月12日上午8点-10点", "zh", "2024-06-12T08:00:00"),
            ("12 มิ.ย. 67 09.00-12.00 น.", "th", "2024-06-12T09:00:00"),
            // These are zones, and days.
            ("2024-06-12 09:00:30-10", "en", "2024-06-12T19:00:30"),
            ("2024-06-12T09:00-10:00", "en", "2024-06-12T19:00:00"),
            ("12 June 2024 3:45 PM -05:00", "en", "2024-06-12T20:45:00"),
            ("12 June 2024 10:30 - 14 June 2024", "en", "2024-06-12T10:30:00"),
            ("12. Juni - 14 Uhr, 2024", "de", "2024-06-12T14:00:00"),
        ])
    func lasting(form: Form) { expect(form) }

    @Test(
        "the words of many languages for the halves of the day are known",
        arguments: [
            ("12 tháng 6, 2024 3:05 CH", "vi", "2024-06-12T15:05:00"),
            ("12 tháng 6, 2024 3:05 SA", "vi", "2024-06-12T03:05:00"),
            ("12 జూన్ 2024 3:05 PMకి", "te", "2024-06-12T15:05:00"),
            ("12 జూన్ 2024, సాయంత్రం 6:05", "te", "2024-06-12T18:05:00"),
            ("12 जून 2024, सुबह 9:05 बजे", "hi", "2024-06-12T09:05:00"),
            ("12 जून 2024, शाम 6 बजे", "hi", "2024-06-12T18:00:00"),
            ("12 जून 2024, रात 1:05", "hi", "2024-06-12T01:05:00"),
            ("12 जून 2024, रात 10:05", "hi", "2024-06-12T22:05:00"),
            ("১২ জুন ২০২৪, বিকাল ৩:০৫", "bn", "2024-06-12T15:05:00"),
            ("12 جون 2024، سہ پہر 3:05", "ur", "2024-06-12T15:05:00"),
            ("۱۲ خرداد ۱۴۰۳، ۳:۰۵ ب.ظ.", "fa", "2024-06-01T15:05:00"),
            ("۱۲ خرداد ۱۴۰۳ ساعت ۳:۰۵ بعد از ظهر", "fa", "2024-06-01T15:05:00"),
            ("12 червня 2024 р. о 3:05 пп", "uk", "2024-06-12T15:05:00"),
            ("12.06.2024 г., 3:05 ч. pm", "bg", "2024-06-12T15:05:00"),
            ("12. júní 2024, 3:05 e.h.", "is", "2024-06-12T15:05:00"),
            ("12 Meitheamh 2024, 3:05 i.n.", "ga", "2024-06-12T15:05:00"),
            ("12 Mehefin 2024 am 3:05yp", "cy", "2024-06-12T15:05:00"),
            ("12 juin 2024 à 3 h 05 de l’après-midi", "fr", "2024-06-12T15:05:00"),
            ("12 de juny de 2024 a les 3:05 de la tarda", "ca", "2024-06-12T15:05:00"),
            ("12 de junio de 2024 a las 3:05 de la noche", "es", "2024-06-12T03:05:00"),
            ("12 giugno 2024, 3:05 del pomeriggio", "it", "2024-06-12T15:05:00"),
            ("12 czerwca 2024, 3:05 po południu", "pl", "2024-06-12T15:05:00"),
            ("12 juni 2024, 3:05 's middags", "nl", "2024-06-12T15:05:00"),
            ("12 Haziran 2024, öğleden sonra 3:05", "tr", "2024-06-12T15:05:00"),
            ("12.06.2024 ÖS 03:05", "tr", "2024-06-12T15:05:00"),
            ("12. juuni 2024, 3:05 pärast lõunat", "et", "2024-06-12T15:05:00"),
            ("Hunyo 12, 2024, 3:05 ng hapon", "fil", "2024-06-12T15:05:00"),
            ("12 June 2024, 3:05 in the afternoon", "en", "2024-06-12T15:05:00"),
            ("12 June 2024 3.05 o'clock pm", "en", "2024-06-12T15:05:00"),
            ("12-JUN-24 03.05.10.654321 PM", "en", "2024-06-12T15:05:10"),
            ("12 juin 2024 à midi", "fr", "2024-06-12T12:00:00"),
            ("Midi Libre, 12 juin 2024", "fr", "2024-06-12"),
            // Of a language whose words for it nobody taught the reader, the day counts.
            ("12 June 2024, 3:05 x.y.", "xx", "2024-06-12"),
            ("12 June 2024, 3:05 J.B. v Smith", "en", "2024-06-12T03:05:00"),
        ])
    func halves(form: Form) { expect(form) }

    @Test(
        "of two labelled days that of the publication counts, whatever stands first",
        arguments: [
            ("Amended 14 June 2024; issued 12 June 2024", "en", "2024-06-12"),
            ("Reissued: 14 June 2024; Published: 12 June 2024", "en", "2024-06-12"),
            ("Last modified: 2024-06-14, created: 2024-06-12", "en", "2024-06-12"),
            ("Updated: 2024-06-14, created: 2024-06-10, published: 2024-06-12", "en", "2024-06-12"),
            ("עודכן 14/06/2024 פורסם 12/06/2024", "he", "2024-06-12"),
            ("Ажурирано 14.06.2024, објављено 12.06.2024", "sr", "2024-06-12"),
            ("अपडेट: 14-06-2024 प्रकाशित: 12-06-2024", "hi", "2024-06-12"),
            ("Atnaujinta 2024-06-14, paskelbta 2024-06-12", "lt", "2024-06-12"),
            ("Cập nhật: 14/06/2024, đăng: 12/06/2024", "vi", "2024-06-12"),
            ("به‌روزرسانی: ۱۴۰۳/۰۳/۲۵ انتشار: ۱۴۰۳/۰۳/۲۳", "fa", "2024-06-12"),
            ("Modifié le 14/06/2024, créé le 12/06/2024", "fr", "2024-06-12"),
            ("实施日期：2024年9月1日 颁布日期：2024年6月12日", "zh", "2024-06-12"),
            ("最終更新日：2024年6月14日　作成日：2024年6月12日", "ja", "2024-06-12"),
            // These say what they say.
            ("Judgment: 12 June 2024; Published: 14 June 2024", "en", "2024-06-12"),
            ("Created: 12 June 2024; modified: 14 June 2024", "en", "2024-06-12"),
        ])
    func labels(form: Form) { expect(form) }

    @Test(
        "two digits of a year are those of RFC 2822, and on Taiwan the Republic's",
        arguments: [
            ("12 June 49", "en", "2049-06-12"), ("12 June 50", "en", "1950-06-12"),
            ("Wed, 12 Jun 85 10:00:00 GMT", "en", "1985-06-12T10:00:00"), ("30/11/76", "en-GB", "1976-11-30"),
            ("97年6月12日", "zh-TW", "2008-06-12"), ("97/06/12", "zh-TW", "2008-06-12"),
            ("97.06.12", "zh-Hant-TW", "2008-06-12"), ("97年6月12日", "zh-CN", "1997-06-12"),
            ("24/06/12", "zh-TW", "2024-06-12"),
        ])
    func shortYears(form: Form) { expect(form) }

    @Test(
        "what courts and gazettes write around a month is no hindrance",
        arguments: [
            ("جلسة 12 من يونيو سنة 2024", "ar", "2024-06-12"), ("12 حزيران (يونيو) 2024", "ar", "2024-06-12"),
            ("ניתן ביום 12 ליוני 2024", "he", "2024-06-12"), ("12fed Mehefin 2024", "cy", "2024-06-12"),
            ("an 12ú lá de Mheitheamh, 2024", "ga", "2024-06-12"), ("den 12:e juni 2024", "sv", "2024-06-12"),
            ("۲۳ خردادماه ۱۴۰۳", "fa", "2024-06-12"), ("۱۴۰۳ خرداد ۲۳, چهارشنبه", "fa", "2024-06-12"),
            ("2024. év június hó 12. napján", "hu", "2024-06-12"), ("令 和 6 年 6 月 12 日", "ja", "2024-06-12"),
            ("2024 оны 6-р сарын 12. Лха", "mn", "2024-06-12"), ("12 ԴԵԿՏԵՄԲԵՐԻ, 2024 Թ.", "hy", "2024-12-12"),
            ("12 траўня 2024 г.", "be", "2024-05-12"), ("12 маи\u{306} 2024 г.", "bg", "2024-05-12"),
            ("ማርች 12 ቀን 2024", "am", "2024-03-12"), ("No. 5 (June 2024)", "en", nil),
        ])
    func aroundMonths(form: Form) { expect(form) }

    @Test(
        "short names of months count in their own language only where they are other words elsewhere",
        arguments: [
            ("2024(e)ko eka. 12(a)", "eu", "2024-06-12"),
            ("og., 12 urr. 2024 14:35:00 +0200", "eu", "2024-10-12T12:35:00"),
            ("12 Meh 2024", "cy", "2024-06-12"), ("sht, 12 pri 2024", "sq", "2024-04-12"),
            ("Hun 12, 2024, 3:05 PM", "fil", "2024-06-12T15:05:00"), ("12 ມິ.ຖ. 2024", "lo", "2024-06-12"),
            ("၂၀၂၄ ဩ ၁၂", "my", "2024-08-12"), ("12 там. 2024", "kk", "2024-08-12"),
            ("IRA 2022", "en", nil), ("Urt. 12 2024", "de", nil), ("12 pri 2024", "en", nil),
        ])
    func shortMonths(form: Form) { expect(form) }

    @Test(
        "a blank beside the sign of a zone is no hindrance",
        arguments: [
            ("12 June 2024 10:15 (GMT + 5:30)", "en", "2024-06-12T04:45:00"),
            ("Wed, 12 Jun 2024 10:15:30 GMT + 02:00", "en", "2024-06-12T08:15:30"),
            ("12 June 2024 10:15 UTC – 5", "en", "2024-06-12T15:15:00"),
            ("12 June 2024 10:15 GMT - 12:00 GMT", "en", "2024-06-12T10:15:00"),
            ("12 Juni 2024 14.30 WITA", "id", "2024-06-12T06:30:00"),
            ("12 июня 2024, 14:30 по московскому времени", "ru", "2024-06-12T11:30:00"),
            ("12 июня 2024, 14:30, Московское УФАС", "ru", "2024-06-12T14:30:00"),
        ])
    func zones(form: Form) { expect(form) }

    @Test(
        "times of exports are read without colons, and beside others",
        arguments: [
            ("20240612 101530", "en", "2024-06-12T10:15:30"), ("20240612-101530", "en", "2024-06-12T10:15:30"),
            ("2024-06-12-10.15.30.123456", "en", "2024-06-12T10:15:30"),
            ("2024-06-12T10-15-30Z", "en", "2024-06-12T10:15:30"),
            ("2024-06-12_10-15-30", "en", "2024-06-12T10:15:30"), ("2024_06_12_10_15", "en", "2024-06-12T10:15:00"),
            ("Wed, 12 Jun 2024 101530 GMT", "en", "2024-06-12T10:15:30"),
            ("Wed, 12 Jun 2024 10 15 30 GMT", "en", "2024-06-12T10:15:30"),
            ("Wed, 12 Jun 2024 10h15m30 GMT", "en", "2024-06-12T10:15:30"),
            ("Jun 12 2024 10:15:30:000PM", "en", "2024-06-12T22:15:30"),
            ("2024-06-12T10:15:30:123Z", "en", "2024-06-12T10:15:30"),
            ("2024-06-1214:30", "zh", "2024-06-12T14:30:00"), ("21_June_2024", "en", "2024-06-21"),
            ("21\\06\\2024", "en", "2024-06-21"), ("12 iyun 2024/14:35", "az", "2024-06-12T14:35:00"),
            // Numbers of documents are none.
            ("20240612-1015", "en", "2024-06-12"), ("12 June 2024 1015", "en", "2024-06-12"),
            ("Docket 2024-06-12 1234", "en", "2024-06-12"), ("Sun, 16 Jun 2024 1:2:3:4 GMT", "en", nil),
        ])
    func exports(form: Form) { expect(form) }

    @Test(
        "words around an hour show that it is one",
        arguments: [
            ("2024 m. birželio 12 d. 14 val. 30 min.", "lt", "2024-06-12T14:30:00"),
            ("12 Ιουνίου 2024 και ώρα 14.30", "el", "2024-06-12T14:30:00"),
            ("12. јуна 2024. у 14 часова", "sr", "2024-06-12T14:00:00"),
            ("12. června 2024 ve 14 hodin", "cs", "2024-06-12T14:00:00"),
            ("2024. június 12. 14 óra", "hu", "2024-06-12T14:00:00"),
            ("2024. június 12. 14 óra 30 perc", "hu", "2024-06-12T14:30:00"),
            ("onsdag 12. juni 2024 klokka 14.30", "nb", "2024-06-12T14:30:00"),
            ("12 июня 2024, 14-30", "ru", "2024-06-12T14:30:00"), ("12 июня 2024, 10-12", "ru", "2024-06-12"),
        ])
    func hours(form: Form) { expect(form) }

    @Test(
        "markup and references in a date are what they show",
        arguments: [
            ("12&nbsp;June&nbsp;2024", "en", "2024-06-12"), ("12&#160;June&#160;2024", "en", "2024-06-12"),
            ("the 12<sup>th</sup> day of June, 2024", "en", "2024-06-12"),
            ("June 1<sup>st</sup>, 2024", "en", "2024-06-01"),
            ("2024-06-12T10:15:30&#43;01:00", "en", "2024-06-12T09:15:30"),
            ("<12 June 2024>", "en", "2024-06-12"), ("AT&T, 12 June 2024", "en", "2024-06-12"),
        ])
    func markup(form: Form) { expect(form) }

    @Test(
        "numbers of other things are no days",
        arguments: [
            ("23456", "en", nil), ("03335", "en", "2003-12-01"), ("1066", "en", nil), ("1956", "en", "1956-01-01"),
            ("3000", "en", nil), ("12 June 3024", "en", nil), ("12 June 204", "en", nil), ("Rule 5.3.24", "en", nil),
            ("ת\"א 12-03-24", "he", nil), ("9999-12-31", "en", "9999-12-31"),
            ("Filed 03-04-24", "en", "2024-03-04"), ("Dated 03-04-24", "en", "2024-04-03"),
            ("03-04-24", "en", "2003-04-24"), ("Published 24-03-05", "en", "2024-03-05"),
        ])
    func numbers(form: Form) { expect(form) }

    @Test(
        "of an endless text the beginning is looked at",
        arguments: ["in the of de la ", "<sup>", "&nbsp;", "5-", "5:", "5 من ", "10-12-", "apres midi ", "2024-"])
    func hostile(part: String) {
        let text = String(repeating: part, count: 100_000)
        #expect(DateReader().speaking("fr").instant(text + "12 June 2024 10:30") == nil)
    }
}
