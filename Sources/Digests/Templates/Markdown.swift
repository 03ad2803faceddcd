/// The templates of the Markdown form.
let markdownTemplates: [String: String] = [
    "digest": markdownDigest, "entry": markdownEntry, "question": markdownQuestion, "lists": markdownLists,
    "coverage": markdownCoverage, "management": markdownManagement,
]

private let markdownDigest = #"""
    # {{headline}}

    {{#earliest}}
    **{{.}}**

    {{/earliest}}
    {{organisation}} · {{kind}} · {{period}} · {{for}}

    {{#is-quiet}}
    {{^is-unit}}
    {{t-quiet-detail}}
    {{/is-unit}}
    {{#is-unit}}
    {{t-unit-quiet}}
    {{/is-unit}}
    {{#quiet-blind}}
    {{t-quiet-blind}}
    {{/quiet-blind}}
    {{/is-quiet}}
    {{#entries}}
    {{> entry}}
    {{/entries}}
    {{#is-unit}}
    {{t-unit-intro}}
    {{/is-unit}}
    {{#briefing}}

    ## {{title}}

    **{{meaning}}**{{#from}} {{.}}{{/from}}

    {{#excerpt}}
    > {{excerpt}}
    {{/excerpt}}

    {{#policies}}
    - {{t-unit-policies}}: {{policies}}
    {{/policies}}
    {{#tools}}
    - {{t-unit-tools}}: {{tools}}
    {{/tools}}
    - {{badge}} · {{publisher}}{{#when}} · {{when}}{{/when}}
    {{#link}}
    - <{{link}}>
    {{/link}}
    {{/briefing}}
    {{> management}}
    {{> lists}}
    {{> coverage}}

    ---

    {{t-footer-proposes}}
    {{recipient-line}}
    {{#audit-head}}

    {{t-footer-audit}}: `{{audit-head}}`
    {{/audit-head}}
    """#

private let markdownEntry = #"""

    ## {{kind}}: {{title}}

    {{why}}{{#class}} · {{.}}{{/class}}{{#status}} · {{.}}{{/status}}
    {{#deputy}}

    {{.}}
    {{/deputy}}
    {{#note}}

    *{{t-note}}*: {{note}}
    {{/note}}
    {{#questions}}
    {{> question}}
    {{/questions}}
    {{#more}}

    {{.}}
    {{/more}}
    """#

private let markdownQuestion = #"""

    ### {{#link}}[{{title}}](<{{link}}>){{/link}}{{^link}}{{title}}{{/link}}

    **{{badge}}**{{#reasons}} {{#section}}**{{section}}** · {{/section}}{{what}}{{/reasons}}{{#open-since}} · {{.}}{{/open-since}}
    {{#original}}

    {{t-original}}: {{original}}
    {{/original}}

    {{publisher}} · {{facts}}<br>
    {{when}}
    {{#excerpt}}

    > {{excerpt}}
    {{/excerpt}}
    {{#has-matches}}

    {{t-matched}}:

    {{#matches}}
    - “{{before}}**{{words}}**{{after}}”
    {{/matches}}
    {{/has-matches}}
    {{#has-others}}

    {{t-also}}:

    {{#others}}
    - {{#link}}[{{title}}](<{{link}}>){{/link}}{{^link}}{{title}}{{/link}}, {{publisher}}
    {{/others}}
    {{/has-others}}

    **{{answer-by}}{{#is-overdue}} · {{t-overdue}}{{/is-overdue}}**

    {{#page}}
    - [{{t-answer-page}}](<{{page}}>)
    {{/page}}
    {{#commands}}
    - {{answer}}: ``{{command}}``
    {{/commands}}
    {{#mail-answers}}
    - {{t-answer-mail}}: [{{answer}}](<{{address}}>)
    {{/mail-answers}}
    {{#has-earlier}}

    {{t-earlier}}:

    {{#earlier}}
    - {{day}}: {{answer}}{{#note}} — “{{note}}”{{/note}}, {{title}}{{#shared}} ({{shared}}){{/shared}}
    {{/earlier}}
    {{/has-earlier}}
    {{#rank}}

    {{rank}}
    {{/rank}}
    """#

private let markdownManagement = #"""
    {{#management}}

    {{#figures}}
    - {{label}}: **{{value}}**
    {{/figures}}
    {{#has-owners}}

    ## {{t-owners}}

    | {{t-owner}} | {{t-open-count}} | {{t-overdue-count}} | {{t-answered-count}} | {{t-median}} |
    |---|---:|---:|---:|---:|
    {{#owners}}
    | {{name}} | {{open}} | {{overdue}} | {{answered}} | {{median}} |
    {{/owners}}
    {{/has-owners}}
    {{#has-policies}}

    ## {{t-policies}}

    | {{t-policy}} | {{t-owner}} | {{t-status}} | {{t-due}} |
    |---|---|---|---|
    {{#policies}}
    | {{title}} | {{owner}} | {{status}} | {{due}} |
    {{/policies}}
    {{/has-policies}}
    {{#unreachable}}

    {{t-unreachable}}: {{unreachable}}
    {{/unreachable}}
    {{/management}}
    """#

private let markdownLists = #"""
    {{#has-dates}}

    ## {{t-dates}}

    | {{t-day}} | {{t-what}} | {{t-concerns}} |
    |---|---|---|
    {{#dates}}
    | {{day}} | **{{matter}}** · {{kind}}{{#notice}} · **{{.}}**{{/notice}}<br>{{#link}}[{{title}}](<{{link}}>){{/link}}{{^link}}{{title}}{{/link}}{{#places}} ({{.}}){{/places}} | {{subjects}} |
    {{/dates}}
    {{/has-dates}}
    {{#has-answered}}

    ## {{t-answered}}

    {{#answered}}
    - **{{answer}}** · {{subject}}: {{title}}{{#note}} — “{{note}}”{{/note}} ({{actor}}, {{day}})
    {{/answered}}
    {{/has-answered}}
    {{#has-trends}}

    ## {{t-trends}}

    | {{t-topic}} | {{t-weeks}} | {{t-total}} |
    |---|---|---:|
    {{#trends}}
    | {{topic}} | {{counts}} | {{total}} |
    {{/trends}}
    {{/has-trends}}
    """#

private let markdownCoverage = #"""

    ## {{t-coverage}}

    {{coverage}}{{#is-complete}} {{t-coverage-complete}}{{/is-complete}}

    {{#troubled}}
    - **{{title}}**: {{trouble}}{{#since}} {{.}}{{/since}}{{#cause}} — {{.}}{{/cause}}{{#detail}} ({{.}}){{/detail}}{{#checked}}; {{.}}{{/checked}}{{#alternative}} · [{{t-alternative}}](<{{alternative}}>){{/alternative}}
    {{/troubled}}
    {{#has-gaps}}

    {{t-gaps}}:

    {{#gaps}}
    - {{.}}
    {{/gaps}}
    {{/has-gaps}}
    {{#no-longer}}

    {{t-no-longer}}: {{no-longer}}
    {{/no-longer}}
    {{#now-watched}}

    {{t-now-watched}}: {{now-watched}}
    {{/now-watched}}
    {{#has-near}}

    ## {{t-near}}

    {{t-near-intro}}

    {{#near}}
    - {{#link}}[{{title}}](<{{link}}>){{/link}}{{^link}}{{title}}{{/link}} ({{publisher}}; {{lacked}})
    {{/near}}
    {{/has-near}}
    """#
