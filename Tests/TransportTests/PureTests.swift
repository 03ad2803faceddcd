import Model
import Testing

@testable import Transport

/// A generator that counts, so that jitter is known.
struct Counting: RandomNumberGenerator {
    var state: UInt64 = 0
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return state
    }
}

@Suite("rules that need no socket")
struct PureTests {
    @Test("a backoff doubles within its bounds, with jitter below the doubled time")
    func backoff() {
        var generator = Counting()
        let backoff = Backoff(first: 60, most: 3600)
        let expected = [(0, 0...0), (1, 30...60), (2, 60...120), (6, 960...1920), (7, 1800...3600), (999, 1800...3600)]
        for (failures, range) in expected {
            let drawn = (0..<50).map { _ in backoff.seconds(afterFailures: failures, using: &generator) }
            #expect(drawn.allSatisfy(range.contains))
            #expect(failures == 0 || Set(drawn).count > 5)
        }
        #expect(Backoff(first: 0, most: -5) == Backoff(first: 1, most: 1))
        #expect(Backoff(first: .max, most: .max).seconds(afterFailures: .max, using: &generator) > 0)
    }

    @Test(
        "freshness is read from the headers and capped",
        arguments: [
            ("max-age=600", nil, nil, 600), ("public, max-age=\"600\"", nil, nil, 600),
            ("max-age=600", nil, "100", 500),
            ("max-age=99999999999999", nil, nil, 3600), ("max-age=0", nil, nil, nil),
            ("no-cache, max-age=9", nil, nil, nil),
            ("no-store", nil, nil, nil), (nil, "Fri, 15 Jan 2027 08:10:00 GMT", nil, 600), (nil, "0", nil, nil),
            ("max-age=60", "Fri, 15 Jan 2027 08:10:00 GMT", nil, 60), (nil, nil, nil, nil),
            ("max-age=-1", nil, nil, nil),
        ] as [(String?, String?, String?, Int64?)])
    func freshness(cacheControl: String?, expires: String?, age: String?, seconds: Int64?) {
        let until = Freshness.until(
            cacheControl: cacheControl, expires: expires, age: age, date: nil, now: noon, longest: 3600)
        #expect(until == seconds.map { noon.adding(seconds: $0) })
    }

    @Test(
        "HTTP's three forms of a date are read, and nothing else",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"),
            ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"),
            ("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z"), ("Sun, 31 Feb 2026 08:49:37 GMT", nil), ("", nil),
            ("tomorrow", nil), ("Sun, 06 Nov 1994 25:49:37 GMT", nil), ("1994-11-06T08:49:37Z", nil),
        ] as [(String, String?)])
    func dates(text: String, expected: String?) {
        #expect(HTTPDate.instant(text, now: noon)?.description == expected)
    }

    @Test("hosts take turns, within the bounds for each and for all")
    func turns() {
        var queue = HostQueue<String>(total: 3, perHost: 2)
        for index in 0..<4 { queue.add("a\(index)", host: "a") }
        queue.add("b0", host: "b")
        queue.add("c0", host: "c")
        func drain() -> [String] {
            var taken: [String] = []
            while let next = queue.next() { taken.append(next) }
            return taken
        }
        #expect(drain() == ["a0", "b0", "c0"])
        queue.ended(host: "b")
        queue.ended(host: "c")
        #expect(drain() == ["a1"])
        #expect(queue.remove { $0 == "a2" } == ["a2"])
        queue.ended(host: "a")
        queue.ended(host: "a")
        #expect(drain() == ["a3"])
        queue.ended(host: "a")
        #expect(drain().isEmpty && queue.running == 0 && queue.waiting == 0)
    }

    @Test(
        "a bot wall is told from an honest answer",
        arguments: [
            (202, "", FetchRequest.Accept.feed, true), (202, "<html><script>run()</script>", .feed, true),
            (403, "<script>window._cf_chl_opt={}</script>", .feed, true),
            (503, "<title>Just a moment...</title>", .page, true),
            (412, "<script>$_ts=window['$_ts']</script>", .page, true),
            (521, "<script>document.cookie='__jsl_clearance'</script>", .feed, true), (521, "down", .feed, false),
            (405, "<script src=\"/_guard/auto.js\"></script>您的请求存在安全风险，已被拦截", .page, true),
            (405, "<img src='https://errors.aliyun.com/405.png'>", .feed, true), (405, "不允许", .feed, false),
            (200, "<html><script>document.cookie='yunsuo_session_verify=1'</script>", .feed, true),
            (403, "<a href='/wzws-waf-cgi/captcha'>", .page, true),
            (403, "<a href='http://404.safedog.cn/'>", .page, true),
            (200, "<html><script>gokuProps={}</script></html>", .feed, true), (403, "<h1>Forbidden</h1>", .feed, false),
            (200, "<html><script src=/cdn-cgi/challenge-platform/scripts/jsd/main.js></script>", .page, false),
            (200, "<rss><item><title>&lt;script gokuProps <script</title></item></rss>", .feed, false),
            (404, "<script>_cf_chl_opt</script>", .feed, false), (202, "<rss/>", .feed, false),
            (
                200, "<html><script src='/_Incapsula_Resource?SWJIYLWA=7'></script><ul><li>Ruling</li></ul>", .page,
                false
            ),
            (
                200, "<html><script></script><iframe src='/_Incapsula_Resource?SWUDNSAI=31&xinfo=9'></iframe>", .page,
                true
            ),
        ])
    func botWalls(status: Int, body: String, accept: FetchRequest.Accept, isWall: Bool) {
        let reply = Reply(status: status, body: Array(body.utf8))
        #expect((BotWall.sign(in: reply, expecting: accept) != nil) == isWall)
        let arrival = Arrival(finalURL: "https://court.test/", reply: reply)
        let question = Question(accept: accept, validators: nil)
        let answer = Verdict(question: question, policy: FetchPolicy(), now: noon).answer(to: arrival)
        #expect((answer.failure?.cause == .botWall) == isWall)
    }

    @Test(
        "a small page that asks for proof of a person, or says that no machine is let in, is a wall",
        arguments: [
            (200, "The requested URL was rejected. Your support ID is: 12"), (403, "<h2>The request is blocked.</h2>"),
            (429, "Our systems have detected unusual traffic from your computer network."),
            (200, "您的访问行为存在异常，请输入验证码继续访问。"), (403, "画像認証を行ってください。"),
            (200, "비정상적인 접근이 감지되었습니다."), (200, "Bitte bestätigen Sie, dass Sie kein Roboter sind."),
            (200, "Veuillez confirmer que vous n’êtes pas un robot."),
            (200, "Подтвердите, что запросы отправляли вы, а не робот. SmartCaptcha"),
            (403, "<h1>Access Denied - Sucuri Website Firewall</h1>"), (200, "<title>百度安全验证</title>"),
            (200, "<title>安全验证</title><div id='TCaptcha'></div>"), (200, "<title>Radware Bot Manager Captcha</title>"),
            (403, "<title>Vercel Security Checkpoint</title>"),
            (429, "<script>window.KPSDK={};KPSDK.now=1</script><script src='/1/ips.js'></script>"),
            (503, "Generated by Wordfence"),
        ], [FetchRequest.Accept.feed, .page])
    func notices(page: (status: Int, text: String), accept: FetchRequest.Accept) {
        func isWall(_ body: String) -> Bool {
            let reply = Reply(status: page.status, body: Array("<!DOCTYPE html><html><body>\(body)</body></html>".utf8))
            return BotWall.sign(in: reply, expecting: accept) != nil
        }
        #expect(isWall(page.text))
        // An article that speaks of it leads on, and a form asks for more; both are found at status 200 alone.
        guard page.status == 200 else { return }
        #expect(!isWall(page.text + String(repeating: "<a href='/x'>Ruling</a>", count: 5)))
        #expect(!isWall(page.text + "<input type='password'>"))
    }

    @Test(
        "a notice is known in the encodings of its language",
        arguments: [[0xBB, 0xFA, 0xC6, 0xF7, 0xC8, 0xCB] as [UInt8]])
    func encodedNotice(robot: [UInt8]) {
        // 证明您不是机器人 in GB 18030.
        let text = [0xD6, 0xA4, 0xC3, 0xF7, 0xC4, 0xFA, 0xB2, 0xBB, 0xCA, 0xC7] + robot
        let reply = Reply(status: 200, body: Array("<html><body>".utf8) + text + Array("</body></html>".utf8))
        #expect(BotWall.sign(in: reply, expecting: .page) != nil)
    }

    @Test(
        "what is wrong with a body's compression is named",
        arguments: [
            ("zstd", [] as [UInt8], "the zstd stream ends before its end"), ("br", [], "the br stream ends"),
            (nil, [0x1F, 0x8B, 0x08, 0x00], "the body is gzip, which no Content-Encoding says"),
            ("gzip", [0x1F, 0x8B, 0x08, 0x00], "gzip in that"), (nil, [], nil), (nil, Array("<rss/>".utf8), nil),
        ] as [(String?, [UInt8], String?)])
    func packing(coding: String?, body: [UInt8], words: String?) {
        var reply = Reply(status: 200, body: body)
        if let coding { reply.headers["content-encoding"] = coding }
        let arrival = Arrival(finalURL: "https://court.test/", reply: reply, bytes: 90)
        let answer = Verdict(
            question: Question(accept: .feed, validators: nil), policy: FetchPolicy(), now: noon
        ).answer(to: arrival)
        guard let words else { return #expect(answer.failure?.cause != .badEncoding) }
        #expect(answer.failure?.cause == .badEncoding && answer.failure?.detail.contains(words) == true)
    }

    @Test("a header that only a wall sends is enough")
    func wallHeader() {
        for (name, wall) in [("cf-mitigated", "Cloudflare"), ("sg-captcha", "SiteGround")] {
            let reply = Reply(status: 403, headers: [name: "challenge"])
            #expect(BotWall.sign(in: reply, expecting: .feed)?.contains(wall) == true)
        }
    }

    @Test("a header that a guard sends with every answer is none of a wall")
    func guardHeader() {
        let reply = Reply(status: 200, headers: ["x-datadome": "protected"], body: Array("<rss/>".utf8))
        #expect(BotWall.sign(in: reply, expecting: .feed) == nil)
    }

    @Test("text from outside is one visible line, within a bound")
    func oneLine() {
        #expect(PlainText.oneLine("a\r\n\u{1B}[31mb\u{202E}c\u{0}") == "a[31mbc")
        #expect(PlainText.oneLine(String(repeating: "x", count: 500), limit: 3) == "xxx…")
    }
}
