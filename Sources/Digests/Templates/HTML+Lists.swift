let htmlBriefing = #"""
    {{#has-briefing}}
    <p style="margin:0 0 18px;">{{t-unit-intro}}</p>
    {{/has-briefing}}
    {{#briefing}}
    <table role="presentation" style="width:100%;margin:0 0 16px;border-collapse:separate;border-spacing:0;">
    <tr><td class="lw-card" style="padding:20px 24px 22px;background-color:#ffffff;border:1px solid #dedad1;border-radius:10px;">
    <h2 class="lw-wrap" lang="{{title-lang}}" dir="{{title-dir}}" style="margin:0 0 4px;font-size:18px;line-height:1.35;font-weight:600;">{{#link}}<a href="{{link}}">{{title}}</a>{{/link}}{{^link}}{{title}}{{/link}}</h2>
    <p style="margin:0 0 10px;"><strong>{{meaning}}</strong>{{#from}} {{.}}{{/from}}</p>
    {{#excerpt}}
    <p class="lw-wrap" lang="{{excerpt-lang}}" dir="{{excerpt-dir}}" style="margin:0 0 10px;">{{excerpt}}</p>
    {{/excerpt}}
    {{#policies}}
    <p style="margin:0 0 4px;font-size:15px;">{{t-unit-policies}}{{colon}}{{policies}}</p>
    {{/policies}}
    {{#tools}}
    <p style="margin:0 0 4px;font-size:15px;">{{t-unit-tools}}{{colon}}{{tools}}</p>
    {{/tools}}
    <p class="lw-muted" style="margin:8px 0 0;font-size:14px;color:#565d63;">{{badge}} · {{publisher}}{{#when}} · {{when}}{{/when}}</p>
    </td></tr>
    </table>
    {{/briefing}}
    """#

let htmlManagement = #"""
    {{#management}}
    <table role="presentation" style="width:100%;border-collapse:collapse;margin:0 0 24px;">
    {{#figures}}
    <tr><td class="lw-line" style="padding:7px 0;border-bottom:1px solid #dedad1;">{{label}}</td><td class="lw-number lw-line" style="padding:7px 0;border-bottom:1px solid #dedad1;font-variant-numeric:tabular-nums;text-align:{{end}};"><strong>{{value}}</strong></td></tr>
    {{/figures}}
    </table>
    {{#has-owners}}
    <h2 style="margin:0 0 8px;font-size:19px;line-height:1.3;font-weight:700;">{{t-owners}}</h2>
    <table style="width:100%;border-collapse:collapse;margin:0 0 24px;font-size:14px;">
    <tr class="lw-muted" style="color:#565d63;"><th scope="col" style="padding:4px 0;font-weight:600;text-align:{{start}};">{{t-owner}}</th><th scope="col" class="lw-number" style="padding:4px 0 4px 8px;font-weight:600;text-align:{{end}};">{{t-open-count}}</th><th scope="col" class="lw-number" style="padding:4px 0 4px 8px;font-weight:600;text-align:{{end}};">{{t-overdue-count}}</th><th scope="col" class="lw-number" style="padding:4px 0 4px 8px;font-weight:600;text-align:{{end}};">{{t-answered-count}}</th><th scope="col" class="lw-number" style="padding:4px 0 4px 8px;font-weight:600;text-align:{{end}};">{{t-median}}</th></tr>
    {{#owners}}
    <tr><td class="lw-line" style="padding:6px 0;border-top:1px solid #dedad1;">{{name}}</td><td class="lw-number lw-line" style="padding:6px 0 6px 8px;border-top:1px solid #dedad1;text-align:{{end}};">{{open}}</td><td class="lw-number lw-line" style="padding:6px 0 6px 8px;border-top:1px solid #dedad1;text-align:{{end}};">{{overdue}}</td><td class="lw-number lw-line" style="padding:6px 0 6px 8px;border-top:1px solid #dedad1;text-align:{{end}};">{{answered}}</td><td class="lw-number lw-line" style="padding:6px 0 6px 8px;border-top:1px solid #dedad1;text-align:{{end}};">{{median}}</td></tr>
    {{/owners}}
    </table>
    {{/has-owners}}
    {{#has-policies}}
    <h2 style="margin:0 0 8px;font-size:19px;line-height:1.3;font-weight:700;">{{t-policies}}</h2>
    <table style="width:100%;border-collapse:collapse;margin:0 0 24px;font-size:14px;">
    <tr class="lw-muted" style="color:#565d63;"><th scope="col" style="padding:4px 0;font-weight:600;text-align:{{start}};">{{t-policy}}</th><th scope="col" style="padding:4px 0 4px 8px;font-weight:600;text-align:{{start}};">{{t-owner}}</th><th scope="col" style="padding:4px 0 4px 8px;font-weight:600;text-align:{{start}};">{{t-status}}</th><th scope="col" style="padding:4px 0 4px 8px;font-weight:600;text-align:{{start}};">{{t-due}}</th></tr>
    {{#policies}}
    <tr><td class="lw-line" style="padding:6px 0;border-top:1px solid #dedad1;">{{title}}</td><td class="lw-line" style="padding:6px 0 6px 8px;border-top:1px solid #dedad1;">{{owner}}</td><td class="lw-line" style="padding:6px 0 6px 8px;border-top:1px solid #dedad1;">{{status}}</td><td class="lw-line" style="padding:6px 0 6px 8px;border-top:1px solid #dedad1;">{{due}}</td></tr>
    {{/policies}}
    </table>
    {{/has-policies}}
    {{#unreachable}}
    <p style="margin:0 0 24px;">{{t-unreachable}}{{colon}}{{unreachable}}</p>
    {{/unreachable}}
    {{/management}}
    """#

let htmlDates = #"""
    {{#has-dates}}
    <h2 style="margin:16px 0 8px;font-size:19px;line-height:1.3;font-weight:700;">{{t-dates}}</h2>
    <table style="width:100%;border-collapse:collapse;margin:0 0 28px;font-size:15px;line-height:1.45;">
    <tr class="lw-heads lw-muted" style="color:#565d63;font-size:13px;"><th scope="col" style="padding:0 12px 4px 0;font-weight:600;text-align:{{start}};width:150px;">{{t-day}}</th><th scope="col" style="padding:0 12px 4px 0;font-weight:600;text-align:{{start}};">{{t-what}}</th><th scope="col" style="padding:0 0 4px;font-weight:600;text-align:{{start}};width:150px;">{{t-concerns}}</th></tr>
    {{#dates}}
    <tr class="lw-row lw-line" style="border-top:1px solid #dedad1;">
    <td class="lw-narrow lw-line" style="padding:8px 12px 8px 0;border-top:1px solid #dedad1;vertical-align:top;"><strong>{{day}}</strong></td>
    <td class="lw-narrow lw-line lw-wrap" style="padding:8px 12px 8px 0;border-top:1px solid #dedad1;vertical-align:top;">{{#is-cancelled}}<s>{{/is-cancelled}}<strong>{{matter}}</strong> · {{kind}}{{#is-cancelled}}</s>{{/is-cancelled}}{{#notice}} · <strong class="lw-due" style="color:#8a3a10;">{{.}}</strong>{{/notice}}<br><span lang="{{title-lang}}" dir="{{title-dir}}">{{#link}}<a href="{{link}}">{{title}}</a>{{/link}}{{^link}}{{title}}{{/link}}</span>{{#places}} <span class="lw-muted" style="color:#565d63;">({{.}})</span>{{/places}}</td>
    <td class="lw-narrow lw-line lw-muted" style="padding:8px 0;border-top:1px solid #dedad1;color:#565d63;vertical-align:top;">{{subjects}}</td>
    </tr>
    {{/dates}}
    </table>
    {{/has-dates}}
    """#

let htmlAnswered = #"""
    {{#has-answered}}
    <h2 style="margin:16px 0 8px;font-size:19px;line-height:1.3;font-weight:700;">{{t-answered}}</h2>
    <ul style="margin:0 0 28px;padding:0 20px;font-size:15px;">
    {{#answered}}
    <li class="lw-wrap" style="margin:0 0 6px;"><strong>{{answer}}</strong> · {{subject}}{{colon}}<span lang="{{title-lang}}" dir="{{title-dir}}">{{title}}</span>{{#note}} — {{open-quote}}{{note}}{{close-quote}}{{/note}} <span class="lw-muted" style="color:#565d63;">({{actor}}, {{day}})</span></li>
    {{/answered}}
    </ul>
    {{/has-answered}}
    """#

let htmlTrends = #"""
    {{#has-trends}}
    <h2 style="margin:16px 0 2px;font-size:19px;line-height:1.3;font-weight:700;">{{t-trends}}</h2>
    <table style="width:100%;border-collapse:collapse;margin:0 0 28px;font-size:14px;">
    <tr class="lw-muted" style="color:#565d63;font-size:13px;"><th scope="col" style="padding:4px 0;font-weight:600;text-align:{{start}};">{{t-topic}}</th><th scope="col" style="padding:4px 0 4px 12px;font-weight:600;text-align:{{start}};">{{t-weeks}}</th><th scope="col" class="lw-number" style="padding:4px 0 4px 12px;font-weight:600;text-align:{{end}};">{{t-total}}</th></tr>
    {{#trends}}
    <tr><td class="lw-line" style="padding:6px 0;border-top:1px solid #dedad1;">{{topic}}</td><td class="lw-line" style="padding:6px 0 6px 12px;border-top:1px solid #dedad1;"><table role="presentation" dir="ltr" style="border-collapse:collapse;"><tr>{{#weeks}}<td style="padding:0 2px 0 0;text-align:center;vertical-align:bottom;"><span class="lw-bar" style="display:block;width:16px;height:{{height}}px;background-color:#0a5566;font-size:0;line-height:0;"></span><span class="lw-muted" style="font-size:11px;line-height:14px;color:#565d63;">{{count}}</span></td>{{/weeks}}</tr></table></td><td class="lw-number lw-line" style="padding:6px 0 6px 12px;border-top:1px solid #dedad1;text-align:{{end}};">{{total}}</td></tr>
    {{/trends}}
    </table>
    {{/has-trends}}
    """#

let htmlCoverage = #"""
    <h2 style="margin:16px 0 6px;font-size:19px;line-height:1.3;font-weight:700;">{{t-coverage}}</h2>
    <table role="presentation" style="width:100%;border-collapse:collapse;margin:0 0 6px;"><tr><td class="lw-track" style="background-color:#dedad1;border-radius:3px;font-size:0;line-height:0;"><span class="lw-bar" style="display:block;width:{{read-percent}}%;height:6px;border-radius:3px;background-color:#0a5566;"></span></td></tr></table>
    <p style="margin:0 0 10px;">{{coverage}}{{#is-complete}} {{t-coverage-complete}}{{/is-complete}}</p>
    {{#has-troubled}}
    <ul style="margin:0 0 12px;padding:0 20px;font-size:15px;">
    {{#troubled}}
    <li class="lw-wrap" style="margin:0 0 4px;"><strong>{{title}}</strong>: {{trouble}}{{#since}} {{.}}{{/since}}{{#cause}} — {{.}}{{/cause}}{{#detail}} <span class="lw-muted" style="color:#565d63;">({{.}})</span>{{/detail}}{{#checked}}; {{.}}{{/checked}}{{#alternative}} · <a href="{{alternative}}">{{t-alternative}}</a>{{/alternative}}</li>
    {{/troubled}}
    </ul>
    {{/has-troubled}}
    {{#has-gaps}}
    <p style="margin:0 0 4px;font-size:15px;">{{t-gaps}}:</p>
    <ul style="margin:0 0 12px;padding:0 20px;font-size:15px;">
    {{#gaps}}
    <li class="lw-wrap" style="margin:0 0 4px;">{{.}}</li>
    {{/gaps}}
    </ul>
    {{/has-gaps}}
    {{#no-longer}}
    <p style="margin:0 0 4px;font-size:15px;">{{t-no-longer}}{{colon}}{{no-longer}}</p>
    {{/no-longer}}
    {{#now-watched}}
    <p style="margin:0 0 4px;font-size:15px;">{{t-now-watched}}{{colon}}{{now-watched}}</p>
    {{/now-watched}}
    """#

let htmlNear = #"""
    {{#has-near}}
    <h2 style="margin:24px 0 4px;font-size:19px;line-height:1.3;font-weight:700;">{{t-near}}</h2>
    <p class="lw-muted" style="margin:0 0 8px;font-size:14px;color:#565d63;">{{t-near-intro}}</p>
    <ul style="margin:0 0 12px;padding:0 20px;font-size:15px;">
    {{#near}}
    <li class="lw-wrap" style="margin:0 0 6px;"><span lang="{{title-lang}}" dir="{{title-dir}}">{{#link}}<a href="{{link}}">{{title}}</a>{{/link}}{{^link}}{{title}}{{/link}}</span> <span class="lw-muted" style="color:#565d63;">({{publisher}}; {{lacked}})</span></li>
    {{/near}}
    </ul>
    {{/has-near}}
    """#
