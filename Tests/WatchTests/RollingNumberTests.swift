import Model
import Testing

@testable import Watch

@Suite("Numbers that roll on by themselves") struct RollingNumberTests {
    private func hash(_ summary: String) -> String {
        Identities.textHash(ItemText(title: "Ruling", summary: summary))
    }

    @Test(
        "a count of readers, an age or the rest of a period that rolls on is no edit",
        arguments: [
            ("Ruling on AI. Post Views: 1,234", "Ruling on AI. Post Views: 1,301"),
            ("Ruling on AI. Read 5 seconds ago", "Ruling on AI. Read 12 minutes ago"),
            ("Published 23 hours ago by the clerk: a ruling.", "Published 2 days ago by the clerk: a ruling."),
            ("Ruling | 99 views | court", "Ruling | 1.2K views | court"),
            ("(1 view) Ruling", "(2 views) Ruling"), ("Ruling (hits: 9)", "Ruling (hits: 10)"),
            ("来源：知识产权局 浏览次数：123次 字号：大", "来源：知识产权局 浏览次数：1256次 字号：大"), ("判决 阅读：9", "判决 阅读：10"),
            ("판결 조회수 : 15", "판결 조회수 : 16"),
            ("Closes 19 January 2027 (20 days left to comment)", "Closes 19 January 2027 (19 days left to comment)"),
            ("Comments until 2027-01-19. 2 days remaining", "Comments until 2027-01-19. 23 hours remaining"),
            ("Frist: 19.01.2027, noch 20 Tage", "Frist: 19.01.2027, noch 19 Tage"),
            ("截止日期：1月19日，还剩20天", "截止日期：1月19日，还剩19天"), ("締切 1月19日（残り20日）", "締切 1月19日（残り19日）"),
            ("마감 1월 19일 (20일 남음)", "마감 1월 19일 (19일 남음)"), ("判决 | 12次浏览", "判决 | 13次浏览"),
        ])
    func ignoresRolling(old: String, new: String) {
        #expect(hash(old) == hash(new))
        #expect(hash(old) != hash("Corrected. " + new))
    }

    @Test(
        "any other number that changes is an edit",
        arguments: [
            ("Comments are due on 5 May.", "Comments are due on 6 May."),
            ("Comments are due within 5 days.", "Comments are due within 6 days."),
            ("Closes 19 January 2027 (20 days left)", "Closes 19 February 2027 (50 days left)"),
            ("20 days left to comment", "50 days left to comment"),
            (
                "From 1 May 2027 a notice with 5 days left is void.",
                "From 1 May 2027 a notice with 6 days left is void."
            ),
            ("1月19日起，还剩5条意见", "1月19日起，还剩6条意见"),
            ("Send your views: 5 May 2026", "Send your views: 6 May 2026"),
            ("Send your views by: 5", "Send your views by: 6"), ("Views: 5/6/2026", "Views: 5/7/2026"),
            ("Views: 5, 6 and 7 May", "Views: 4, 6 and 7 May"), ("Reads: 5.6.2026", "Reads: 5.7.2026"),
            ("Reads: 5. Mai", "Reads: 6. Mai"), ("The panel heard 5 views on it.", "The panel heard 6 views on it."),
            ("Models released more than 30 days ago", "Models released more than 90 days ago"),
            ("It came into force 5 years ago.", "It came into force 6 years ago."),
            ("at least 5 days before, not ago", "at least 6 days before, not ago"),
            ("Open for 5 days (ago 2025)", "Open for 6 days (ago 2025)"), ("Downloads: 2", "Downloads: 3"),
            ("请于5月5日前提交", "请于5月6日前提交"), ("开庭24小时前提交", "开庭48小时前提交"), ("会议5天前通知", "会议6天前通知"),
            ("Просмотры: 5 мая", "Просмотры: 6 мая"), ("浏览：5 月 6 日", "浏览：6 月 6 日"), ("浏览：5月6日", "浏览：6月6日"),
            ("阅读量100万以上的平台", "阅读量200万以上的平台"),
            ("阅读量：100万以上", "阅读量：200万以上"), ("罚款5次以上", "罚款6次以上"), ("Previews: 5", "Previews: 6"),
            ("Article 12 reads: 5) Providers", "Article 12 reads: 6) Providers"),
            ("The Board's Views (2024)", "The Board's Views (2025)"), ("延伸阅读（2024）", "延伸阅读（2025）"),
            ("Case C-5/24", "Case C-6/24"), ("The fine is EUR 5.", "The fine is EUR 6."),
        ])
    func seesNumbers(old: String, new: String) {
        #expect(hash(old) != hash(new))
    }
}
