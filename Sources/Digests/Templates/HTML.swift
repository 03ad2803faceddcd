/// The templates of the html form: tables and inline styles for old mail readers, classes for dark mode and phones.
let htmlTemplates: [String: String] = [
    "digest": htmlDigest, "style": htmlStyle, "entry": htmlEntry, "question": htmlQuestion, "briefing": htmlBriefing,
    "management": htmlManagement, "dates": htmlDates, "answered": htmlAnswered, "trends": htmlTrends,
    "coverage": htmlCoverage, "near": htmlNear, "footer": htmlFooter, "index": htmlIndex,
]

private let htmlDigest = #"""
    <!DOCTYPE html>
    <html lang="{{lang}}" dir="{{dir}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="supported-color-schemes" content="light dark">
    <title>{{first-line}} · {{organisation}}</title>
    {{> style}}
    </head>
    <body class="lw-page" style="margin:0;padding:0;background-color:#f4f2ed;">
    <div style="display:none;max-height:0;overflow:hidden;" aria-hidden="true">{{first-line}}</div>
    <table role="presentation" class="lw-page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f4f2ed;">
    <tr><td align="center" class="lw-gutter" style="padding:32px 16px;">
    <table role="presentation" class="lw-sheet" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:680px;">
    <tr><td class="lw-body" style="font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;font-size:16px;line-height:1.55;color:#1f2326;">
    <main>
    <p class="lw-muted" style="margin:0 0 4px;font-size:14px;color:#565d63;">{{organisation}} · {{kind}} · {{period}}</p>
    <h1 style="margin:0;font-size:30px;line-height:1.2;font-weight:650;letter-spacing:-0.01em;">{{headline}}</h1>
    {{#earliest}}
    <p class="lw-due" style="margin:6px 0 0;font-size:18px;line-height:1.4;color:#8a3a10;">{{.}}</p>
    {{/earliest}}
    <p class="lw-muted" style="margin:6px 0 28px;font-size:14px;color:#565d63;">{{for}}</p>
    {{#is-quiet}}
    <p style="margin:0 0 12px;">{{#is-unit}}{{t-unit-quiet}}{{/is-unit}}{{^is-unit}}{{t-quiet-detail}}{{/is-unit}}</p>
    {{#quiet-blind}}
    <p style="margin:0 0 12px;">{{t-quiet-blind}}</p>
    {{/quiet-blind}}
    {{/is-quiet}}
    {{#entries}}
    {{> entry}}
    {{/entries}}
    {{> briefing}}
    {{> management}}
    {{> dates}}
    {{> answered}}
    {{> trends}}
    {{> coverage}}
    {{> near}}
    </main>
    {{> footer}}
    </td></tr>
    </table>
    </td></tr>
    </table>
    </body>
    </html>
    """#

private let htmlStyle = #"""
    <style>
    a{color:#0a5566;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:2px}
    h1{text-wrap:balance}
    .lw-due::first-letter{text-transform:uppercase}
    mark{background-color:#fbe8b6;color:#1f2326;padding:0 2px}
    code{font-family:ui-monospace,'SF Mono',Menlo,Consolas,'Noto Sans Mono',monospace}
    .lw-wrap{overflow-wrap:anywhere;word-break:break-word}
    @media (max-width:520px){
    .lw-gutter{padding:20px 12px !important}
    .lw-card{padding:16px 16px 18px !important}
    h1{font-size:26px !important}
    .lw-narrow{display:block !important;width:auto !important;padding:0 0 2px !important;border:0 !important}
    .lw-row{display:block !important;padding:10px 0 !important}
    .lw-heads{display:none !important}
    }
    @media (prefers-color-scheme:dark){
    .lw-page{background-color:#15181a !important}
    .lw-body{color:#e7e4dd !important}
    .lw-card{background-color:#1e2225 !important;border-color:#343a3e !important}
    .lw-line{border-color:#343a3e !important}
    .lw-muted{color:#a6adb2 !important}
    .lw-due{color:#f0a57c !important}
    .lw-code{background-color:#14171a !important;border-color:#343a3e !important;color:#e7e4dd !important}
    .lw-new{background-color:#8fd0e0 !important;color:#10272e !important}
    .lw-open{border-color:#6d757b !important;color:#c3c8cc !important}
    .lw-bar{background-color:#8fd0e0 !important}
    .lw-track{background-color:#343a3e !important}
    a{color:#8fd0e0 !important}
    mark{background-color:#5b4a17 !important;color:#fbefcb !important}
    }
    </style>
    """#

private let htmlEntry = #"""
    <section>
    <p class="lw-muted" style="margin:0;font-size:13px;color:#565d63;">{{kind}}{{#class}} · {{.}}{{/class}}{{#status}} · {{.}}{{/status}}</p>
    <h2 style="margin:0 0 2px;font-size:21px;line-height:1.3;font-weight:650;">{{title}}</h2>
    <p style="margin:0 0 14px;font-size:15px;">{{why}}{{#deputy}}<br>{{.}}{{/deputy}}</p>
    {{#note}}
    <p class="lw-muted" style="margin:-6px 0 14px;font-size:14px;color:#565d63;">{{t-note}}: {{note}}</p>
    {{/note}}
    {{#questions}}
    {{> question}}
    {{/questions}}
    {{#more}}
    <p class="lw-muted lw-wrap" style="margin:0 0 16px;font-size:14px;color:#565d63;">{{.}}</p>
    {{/more}}
    </section>
    <p style="margin:0;font-size:16px;line-height:16px;" aria-hidden="true">&nbsp;</p>
    """#

private let htmlQuestion = #"""
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px;border-collapse:separate;">
    <tr><td class="lw-card" style="padding:20px 24px 22px;background-color:#ffffff;border:1px solid #dedad1;border-radius:10px;">
    <p style="margin:0 0 8px;font-size:14px;line-height:1.5;">{{#is-new}}<strong class="lw-new" style="display:inline-block;padding:0 8px;border-radius:9px;background-color:#0a5566;color:#ffffff;font-size:12px;line-height:20px;">{{badge}}</strong>{{/is-new}}{{^is-new}}<strong class="lw-open" style="display:inline-block;padding:0 8px;border:1px solid #8b9196;border-radius:9px;color:#4a5056;font-size:12px;line-height:18px;">{{badge}}</strong>{{/is-new}}
    {{#reasons}} <span>{{#section}}<strong>{{section}}</strong> · {{/section}}{{what}}</span>{{/reasons}}{{#open-since}} <span class="lw-muted" style="color:#565d63;">· {{.}}</span>{{/open-since}}</p>
    <h3 class="lw-wrap" lang="{{title-lang}}" dir="{{title-dir}}" style="margin:0 0 4px;font-size:18px;line-height:1.35;font-weight:600;">{{#link}}<a href="{{link}}">{{title}}</a>{{/link}}{{^link}}{{title}}{{/link}}</h3>
    {{#original}}
    <p class="lw-muted lw-wrap" style="margin:0 0 4px;font-size:14px;color:#565d63;">{{t-original}}: <span lang="{{original-lang}}" dir="{{original-dir}}">{{original}}</span></p>
    {{/original}}
    <p class="lw-muted" style="margin:0 0 12px;font-size:14px;line-height:1.5;color:#565d63;">{{publisher}} · {{facts}}<br>{{when}}</p>
    {{#excerpt}}
    <p class="lw-wrap" lang="{{excerpt-lang}}" dir="{{excerpt-dir}}" style="margin:0 0 12px;">{{excerpt}}</p>
    {{/excerpt}}
    {{#has-matches}}
    <p class="lw-muted lw-wrap" style="margin:0 0 12px;font-size:14px;color:#565d63;">{{t-matched}}:{{#matches}} <span lang="{{excerpt-lang}}" dir="{{excerpt-dir}}">“{{before}}<mark>{{words}}</mark>{{after}}”</span>{{/matches}}</p>
    {{/has-matches}}
    {{#has-others}}
    <p class="lw-muted lw-wrap" style="margin:0 0 12px;font-size:14px;color:#565d63;">{{t-also}}:{{#others}} {{#link}}<a href="{{link}}">{{publisher}}</a>{{/link}}{{^link}}{{publisher}}{{/link}}{{/others}}</p>
    {{/has-others}}
    {{#answer-by}}
    <p style="margin:16px 0 6px;font-size:15px;"><strong{{#is-overdue}} class="lw-due" style="color:#8a3a10;"{{/is-overdue}}>{{.}}{{#is-overdue}} · {{t-overdue}}{{/is-overdue}}</strong></p>
    {{/answer-by}}
    {{#page}}
    <p style="margin:0 0 8px;"><a href="{{page}}">{{t-answer-page}}</a></p>
    {{/page}}
    {{#has-commands}}
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="lw-code" style="background-color:#f7f6f2;border:1px solid #e4e1d9;border-radius:6px;border-collapse:separate;">
    {{#commands}}
    <tr><td style="padding:7px 12px;font-size:13px;line-height:1.5;"><span class="lw-muted" style="color:#565d63;">{{answer}}</span><br><code class="lw-wrap" dir="ltr" lang="en">{{command}}</code></td></tr>
    {{/commands}}
    </table>
    {{/has-commands}}
    {{#has-mail-answers}}
    <p style="margin:8px 0 0;font-size:14px;">{{t-answer-mail}}:{{#mail-answers}} <a href="{{address}}">{{answer}}</a>{{/mail-answers}}</p>
    {{/has-mail-answers}}
    {{#has-earlier}}
    <p class="lw-muted" style="margin:14px 0 2px;font-size:14px;color:#565d63;"><strong>{{t-earlier}}</strong></p>
    {{#earlier}}
    <p class="lw-muted lw-wrap" style="margin:0;font-size:14px;color:#565d63;">{{day}}: {{answer}}{{#note}} — “{{note}}”{{/note}}, {{title}}{{#shared}} ({{shared}}){{/shared}}</p>
    {{/earlier}}
    {{/has-earlier}}
    {{#rank}}
    <p class="lw-muted" style="margin:12px 0 0;font-size:12px;color:#565d63;">{{rank}}</p>
    {{/rank}}
    </td></tr>
    </table>
    """#

private let htmlFooter = #"""
    <footer>
    <p class="lw-muted lw-line" style="margin:32px 0 6px;padding-top:16px;border-top:1px solid #dedad1;font-size:13px;color:#565d63;">{{t-footer-proposes}}</p>
    <p class="lw-muted" style="margin:0 0 6px;font-size:13px;color:#565d63;">{{recipient-line}}</p>
    {{#audit-head}}
    <p class="lw-muted lw-wrap" style="margin:0;font-size:12px;color:#565d63;">{{t-footer-audit}}: <code dir="ltr">{{audit-head}}</code></p>
    {{/audit-head}}
    </footer>
    """#
