/// The marks by which the pages of bot walls are known: data, to be extended as walls change.
enum BotWallMarks {
    /// Headers that only a wall sends, by lower-case name; the value must begin so.
    static let headers: [(name: String, value: String, wall: String)] = [
        ("cf-mitigated", "challenge", "Cloudflare"),
        ("x-amzn-waf-action", "", "AWS WAF"),
        ("x-vercel-mitigated", "challenge", "Vercel"),
        ("sg-captcha", "challenge", "SiteGround"),
    ]

    /// Text that stands in a wall's page and in no page behind it.
    static let page: [(text: String, wall: String)] = [
        ("_cf_chl_opt", "Cloudflare"),
        ("cf-challenge-running", "Cloudflare"),
        ("cf-browser-verification", "Cloudflare"),
        ("cf_captcha_kind", "Cloudflare"),
        ("<title>Just a moment...</title>", "Cloudflare"),
        ("<title>Attention Required! | Cloudflare</title>", "Cloudflare"),
        ("gokuProps", "AWS WAF"),
        ("awsWafCookieDomainList", "AWS WAF"),
        ("AwsWafIntegration.", "AWS WAF"),
        ("sec-if-cpt-container", "Akamai"),
        ("bm-verify=", "Akamai"),
        ("errors.edgesuite.net", "Akamai"),
        ("_Incapsula_Resource?SWUDNSAI", "Imperva"),
        ("_Incapsula_Resource?CWUDNSAI", "Imperva"),
        ("Incapsula incident ID", "Imperva"),
        ("captcha-delivery.com", "DataDome"),
        ("px-captcha", "HUMAN"),
        ("sucuri_cloudproxy_js", "Sucuri"),
        ("/.well-known/ddos-guard/", "DDoS-Guard"),
        ("<title>DDOS-GUARD</title>", "DDoS-Guard"),
        ("/.well-known/sgcaptcha/", "SiteGround"),
        ("id=\"anubis_challenge\"", "Anubis"),
        ("$_ts=window['$_ts']", "script wall of Chinese authorities"),
        ("$_ts.cd=", "script wall of Chinese authorities"),
        ("$_ts.nsd=", "script wall of Chinese authorities"),
        ("__jsl_clearance", "Jiasule"),
        ("document.cookie=\"__jsluid", "Jiasule"),
        ("创宇盾", "Jiasule"),
        ("请按住滑块", "script wall"),
        ("ロボットによるアクセスと判断", "script wall"),
        ("acw_sc__v2", "Alibaba Cloud WAF"),
        ("aliyun_waf_", "Alibaba Cloud WAF"),
        ("slg-title", "SafeLine"),
        ("errors.aliyun.com", "Alibaba Cloud WAF"),
        ("yunsuo_session_verify", "Yunsuo"),
        ("404.safedog.cn", "SafeDog"),
        ("wzws-waf-cgi", "360 WAF"),
        ("window.KPSDK={}", "Kasada"),
        ("validate.perfdrive.com", "Radware"),
        ("security_verify_data", "Yunsuo"),
        ("/_guard/html.js", "script wall"),
        ("/_guard/auto.js", "script wall"),
        ("Please enable JavaScript and cookies to continue", "script wall"),
        ("Enable JavaScript and cookies to continue", "script wall"),
    ]

    /// Statuses that walls answer with.
    static let statuses: Set<Int> = [202, 401, 403, 405, 406, 412, 418, 429, 503, 521]
}
