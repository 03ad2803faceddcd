/// What a web page that came instead of a feed seems to be.
struct WebPage {
    let kind: NotAFeed.PageKind
    let title: String?

    /// Reads the beginning of a page.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let head = String(decoding: bytes.prefix(65536), as: UTF8.self)
        let title = Self.title(in: head)
        self.title = title
        kind = Self.kind(head, title: title ?? "")
    }

    private static func title(in page: String) -> String? {
        guard let open = page.utf8Range(of: "<title") else { return nil }
        let rest = page[open.upperBound...]
        guard let start = rest.utf8.firstIndex(of: 0x3E) else { return nil }
        let text = rest[rest.index(after: start)...]
        let end = text.utf8Range(of: "</title")?.lowerBound ?? text.utf8.firstIndex(of: 0x3C) ?? text.endIndex
        let title = PlainText.from(markup: String(text[..<end].prefix(500)))
        return title.isEmpty ? nil : title
    }

    private static func kind(_ page: String, title: String) -> NotAFeed.PageKind {
        let hasPassword = page.utf8Range(of: "type=\"password\"") != nil || page.utf8Range(of: "type='password'") != nil
        if challenges.contains(where: { page.utf8Range(of: $0) != nil }) { return .challenge }
        if hasPassword || logins.contains(where: { title.utf8Range(of: $0) != nil }) { return .login }
        if errors.contains(where: { title.utf8Range(of: $0) != nil }) { return .error }
        if moves.contains(where: { title.utf8Range(of: $0) != nil }) { return .moved }
        if page.utf8Range(of: "http-equiv=\"refresh\"") != nil { return .moved }
        return .other
    }

    private static let challenges = [
        "cf-chl-", "challenge-platform", "_cf_chl_opt", "just a moment...", "checking your browser", "captcha-delivery",
        "g-recaptcha", "h-captcha", "px-captcha", "_incapsula_resource", "awswafintegration", "verify you are human",
    ]
    private static let logins = [
        "login", "log in", "sign in", "signin", "log on", "anmelden", "connexion", "iniciar ses", "accedi", "登录", "登入",
        "ログイン", "로그인",
    ]
    private static let errors = [
        "404", "403", "500", "502", "503", "error", "not found", "forbidden", "unavailable", "denied", "fehler",
        "nicht gefunden", "erreur", "introuvable", "no encontrad", "non trovat", "错误", "錯誤", "エラー", "오류",
        "maintenance", "gone",
    ]
    private static let moves = ["moved", "redirect", "umgezogen", "weiterleitung", "redirection"]
}
