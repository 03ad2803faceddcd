/// The templates of the html form: what mail readers of all ages show, in valid HTML. Styles stand inline, as many drop
/// those of the head; classes serve dark mode and phones. The comments for `mso` give a width to readers that have no
/// `max-width`.
let htmlTemplates: [String: String] = [
    "digest": htmlDigest, "style": htmlStyle, "glance": htmlGlance, "entry": htmlEntry, "question": htmlQuestion,
    "briefing": htmlBriefing, "management": htmlManagement, "dates": htmlDates, "answered": htmlAnswered,
    "trends": htmlTrends, "coverage": htmlCoverage, "near": htmlNear, "footer": htmlFooter, "index": htmlIndex,
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
    <div class="lw-page lw-gutter" style="background-color:#f4f2ed;padding:32px 16px;">
    <!--[if mso]><table role="presentation" align="center" width="680"><tr><td><![endif]-->
    <div class="lw-body" style="max-width:680px;margin:0 auto;font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;font-size:16px;line-height:1.55;color:#1f2326;">
    <main>
    <p class="lw-muted" style="margin:0 0 4px;font-size:14px;color:#565d63;">{{organisation}} · {{kind}} · {{period}}</p>
    <h1 style="margin:0;font-size:30px;line-height:1.2;font-weight:700;letter-spacing:-0.01em;">{{headline}}</h1>
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
    {{> glance}}
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
    </div>
    <!--[if mso]></td></tr></table><![endif]-->
    </div>
    </body>
    </html>
    """#

private let htmlStyle = #"""
    <style>
    a{color:#0a5566;text-decoration:underline}
    table{border-collapse:collapse;border-spacing:0}
    td,th{padding:0;text-align:start;vertical-align:top}
    .lw-due::first-letter{text-transform:uppercase}
    mark{background-color:#fbe8b6;color:#1f2326;padding:0 2px}
    code{font-family:ui-monospace,'SF Mono',Menlo,Consolas,'Noto Sans Mono',monospace}
    .lw-wrap{overflow-wrap:anywhere}
    .lw-number{text-align:end;font-variant-numeric:tabular-nums}
    @media (max-width:520px){
    .lw-gutter{padding:20px 12px !important}
    .lw-card{padding:16px 16px 18px !important}
    h1{font-size:26px !important}
    .lw-narrow{display:block !important;width:auto !important;padding:0 0 2px !important;border:0 !important}
    .lw-row{display:block !important;padding:10px 0 !important}
    .lw-heads{position:absolute !important;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
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

private let htmlGlance = #"""
    {{#has-glance}}
    <table style="width:100%;border-collapse:collapse;margin:0 0 36px;font-size:15px;line-height:1.45;">
    <tr class="lw-muted" style="color:#565d63;font-size:13px;"><th scope="col" style="padding:0 12px 4px 0;text-align:{{start}};font-weight:600;">{{t-concerns}}</th><th scope="col" class="lw-number" style="padding:0 0 4px;text-align:{{end}};font-weight:600;">{{t-due}}</th></tr>
    {{#glance}}
    <tr><td class="lw-line" style="padding:8px 12px 8px 0;border-top:1px solid #dedad1;vertical-align:top;"><a href="#{{anchor}}"><strong>{{title}}</strong></a><br><span class="lw-muted" style="font-size:14px;color:#565d63;">{{why}}</span></td><td class="lw-line lw-number" style="padding:8px 0;border-top:1px solid #dedad1;vertical-align:top;text-align:{{end}};white-space:nowrap;">{{#is-late}}<strong class="lw-due" style="color:#8a3a10;">{{day}}</strong>{{/is-late}}{{^is-late}}{{day}}{{/is-late}}</td></tr>
    {{/glance}}
    </table>
    {{/has-glance}}
    """#

private let htmlEntry = #"""
    <section>
    <p class="lw-muted" style="margin:0;font-size:13px;color:#565d63;">{{kind}}{{#class}} · {{.}}{{/class}}{{#status}} · {{.}}{{/status}}</p>
    <h2 id="{{anchor}}" style="margin:0 0 2px;font-size:21px;line-height:1.3;font-weight:700;">{{title}}</h2>
    <p style="margin:0 0 14px;font-size:15px;">{{why}}{{#deputy}}<br>{{.}}{{/deputy}}</p>
    {{#removed}}
    <p style="margin:-6px 0 14px;font-size:15px;"><strong>{{.}}</strong></p>
    {{/removed}}
    {{#note}}
    <p class="lw-muted" style="margin:-6px 0 14px;font-size:14px;color:#565d63;">{{t-note}}{{colon}}{{note}}</p>
    {{/note}}
    {{#questions}}
    {{> question}}
    {{/questions}}
    {{#more}}
    <p class="lw-muted lw-wrap" style="margin:0 0 16px;font-size:14px;color:#565d63;">{{.}}</p>
    {{/more}}
    {{#update}}
    <p class="lw-muted lw-wrap" style="margin:0 0 16px;font-size:14px;color:#565d63;">{{t-update-command}}{{colon}}<code dir="ltr" lang="en">{{.}}</code></p>
    {{/update}}
    {{#has-elsewhere}}
    <p class="lw-muted" style="margin:0 0 4px;font-size:14px;color:#565d63;">{{t-elsewhere}}{{colon-end}}</p>
    <ul style="margin:0 0 16px;padding:0 20px;font-size:14px;">
    {{#elsewhere}}
    <li class="lw-wrap" style="margin:0 0 4px;"><span lang="{{title-lang}}" dir="{{title-dir}}">{{title}}</span> — {{what}} (<code dir="ltr" lang="en">{{command}}</code>)</li>
    {{/elsewhere}}
    </ul>
    {{/has-elsewhere}}
    </section>
    <div style="height:16px;line-height:16px;">&#160;</div>
    """#

private let htmlQuestion = #"""
    <table role="presentation" style="width:100%;margin:0 0 16px;border-collapse:separate;border-spacing:0;">
    <tr><td class="lw-card" style="padding:20px 24px 22px;background-color:#ffffff;border:1px solid #dedad1;border-radius:10px;">
    <p style="margin:0 0 6px;font-size:14px;line-height:1.5;">{{#is-new}}<strong class="lw-new" style="display:inline-block;padding:0 8px;border-radius:9px;background-color:#0a5566;color:#ffffff;font-size:12px;line-height:20px;">{{badge}}</strong>{{/is-new}}{{^is-new}}<strong class="lw-open" style="display:inline-block;padding:0 8px;border:1px solid #8b9196;border-radius:9px;color:#4a5056;font-size:12px;line-height:18px;">{{badge}}</strong>{{/is-new}}{{#open-since}} <span class="lw-muted" style="color:#565d63;">{{.}}</span>{{/open-since}}</p>
    <h3 class="lw-wrap" lang="{{title-lang}}" dir="{{title-dir}}" style="margin:0 0 4px;font-size:18px;line-height:1.35;font-weight:600;">{{#link}}<a href="{{link}}">{{title}}</a>{{/link}}{{^link}}{{title}}{{/link}}</h3>
    {{#original}}
    <p class="lw-muted lw-wrap" style="margin:0 0 4px;font-size:14px;color:#565d63;">{{t-original}}{{colon}}<span lang="{{original-lang}}" dir="{{original-dir}}">{{original}}</span></p>
    {{/original}}
    <p class="lw-muted" style="margin:0 0 12px;font-size:14px;line-height:1.5;color:#565d63;">{{publisher}} · {{facts}}<br>{{when}}</p>
    {{#has-moved}}
    <p class="lw-wrap" style="margin:0 0 12px;font-size:15px;line-height:1.5;"><strong>{{t-moved-on}}</strong>{{#moved}}<br>{{what}}{{/moved}}</p>
    {{/has-moved}}
    {{#has-steps}}
    <p class="lw-wrap" style="margin:0 0 12px;font-size:15px;line-height:1.5;"><strong>{{t-later-steps}}</strong>{{#steps}}<br>{{day}}, {{publisher}}: <span lang="{{title-lang}}" dir="{{title-dir}}">{{#link}}<a href="{{link}}">{{title}}</a>{{/link}}{{^link}}{{title}}{{/link}}</span>{{#excerpt}} — <span lang="{{excerpt-lang}}" dir="{{excerpt-dir}}">{{excerpt}}</span>{{/excerpt}}{{/steps}}</p>
    {{/has-steps}}
    {{#answered-then}}
    <p class="lw-muted lw-wrap" style="margin:0 0 12px;font-size:14px;color:#565d63;">{{t-answered-then}}: {{day}}: {{answer}}{{#note}} — {{open-quote}}{{note}}{{close-quote}}{{/note}} ({{actor}})</p>
    {{/answered-then}}
    {{#excerpt}}
    <p class="lw-wrap" lang="{{excerpt-lang}}" dir="{{excerpt-dir}}" style="margin:0 0 12px;">{{excerpt}}</p>
    {{/excerpt}}
    {{#has-reasons}}
    <p style="margin:0 0 4px;font-size:15px;line-height:1.5;"><strong>{{t-why}}</strong>{{#reasons}}<br>{{#section}}{{section}} · {{/section}}{{what}}{{/reasons}}</p>
    {{/has-reasons}}
    {{#has-matches}}
    <p class="lw-muted lw-wrap" style="margin:0 0 12px;font-size:14px;color:#565d63;">{{t-matched}}{{colon-end}}{{#matches}} <span lang="{{excerpt-lang}}" dir="{{excerpt-dir}}">{{open-quote}}{{#pieces}}{{plain}}{{#marked}}<mark>{{.}}</mark>{{/marked}}{{/pieces}}{{close-quote}}</span>{{/matches}}</p>
    {{/has-matches}}
    {{#has-others}}
    <p class="lw-muted lw-wrap" style="margin:0 0 12px;font-size:14px;color:#565d63;">{{t-also}}{{colon-end}}{{#others}} {{#link}}<a href="{{link}}">{{publisher}}</a>{{/link}}{{^link}}{{publisher}}{{/link}}{{/others}}{{#further}} {{.}}{{/further}}</p>
    {{/has-others}}
    {{#answer-by}}
    <p style="margin:16px 0 6px;font-size:15px;"><strong{{#is-overdue}} class="lw-due" style="color:#8a3a10;"{{/is-overdue}}>{{.}}{{#is-overdue}} · {{t-overdue}}{{/is-overdue}}</strong></p>
    {{/answer-by}}
    {{#page}}
    <p style="margin:0 0 8px;"><a href="{{page}}">{{t-answer-page}}</a></p>
    {{/page}}
    {{#has-commands}}
    <table role="presentation" class="lw-code" style="width:100%;background-color:#f7f6f2;border:1px solid #e4e1d9;border-radius:6px;border-collapse:separate;border-spacing:0;">
    {{#commands}}
    <tr><td style="padding:7px 12px;font-size:13px;line-height:1.5;"><span class="lw-muted" style="color:#565d63;">{{answer}}</span><br><code class="lw-wrap" dir="ltr" lang="en">{{command}}</code></td></tr>
    {{/commands}}
    </table>
    {{/has-commands}}
    {{#has-mail-answers}}
    <p style="margin:8px 0 0;font-size:14px;">{{t-answer-mail}}{{colon-end}}{{#mail-answers}} <a href="{{address}}">{{answer}}</a>{{/mail-answers}}</p>
    {{/has-mail-answers}}
    {{#has-earlier}}
    <p class="lw-muted" style="margin:14px 0 2px;font-size:14px;color:#565d63;"><strong>{{t-earlier}}</strong></p>
    {{#earlier}}
    <p class="lw-muted lw-wrap" style="margin:0;font-size:14px;color:#565d63;">{{day}}{{colon}}{{answer}}{{#note}} — {{open-quote}}{{note}}{{close-quote}}{{/note}}{{#actor}} ({{.}}){{/actor}}, {{title}}{{#shared}} ({{shared}}){{/shared}}</p>
    {{/earlier}}
    {{/has-earlier}}
    {{#rank}}
    <p class="lw-muted" style="margin:12px 0 0;font-size:13px;color:#565d63;">{{rank}}</p>
    {{/rank}}
    </td></tr>
    </table>
    """#

private let htmlFooter = #"""
    <footer>
    <p class="lw-muted lw-line" style="margin:32px 0 6px;padding-top:16px;border-top:1px solid #dedad1;font-size:13px;color:#565d63;">{{t-footer-proposes}}</p>
    <p class="lw-muted" style="margin:0 0 6px;font-size:13px;color:#565d63;">{{recipient-line}}</p>
    {{#audit-head}}
    <p class="lw-muted lw-wrap" style="margin:0;font-size:13px;color:#565d63;">{{t-footer-audit}}{{colon}}<code dir="ltr">{{audit-head}}</code></p>
    {{/audit-head}}
    </footer>
    """#
