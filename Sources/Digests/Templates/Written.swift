/// The templates that plain text and Markdown have in common: a heading is a line above `===` or `---` in both.
/// `{{b}}`, `{{c}}` and `{{br}}` are Markdown's signs for bold, code and a line break, and nothing in plain text.
let writtenTemplates: [String: String] = [
    "digest": writtenDigest, "glance": writtenGlance, "entry": writtenEntry, "risk": writtenRisk,
    "answered": writtenAnswered, "coverage": writtenCoverage, "near": writtenNear, "management": writtenManagement,
]

private let writtenDigest = #"""
    {{headline}}
    ===
    {{#earliest}}
    {{b}}{{.}}{{b}}{{br}}
    {{/earliest}}
    {{organisation}} · {{kind}} · {{period}}{{br}}
    {{for}}

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
    {{> glance}}
    {{#entries}}
    {{> entry}}
    {{/entries}}
    {{#has-briefing}}

    {{t-unit-intro}}
    {{/has-briefing}}
    {{#briefing}}
    {{> risk}}
    {{/briefing}}
    {{> management}}
    {{> dates}}
    {{> answered}}
    {{> trends}}
    {{> coverage}}
    {{> near}}

    {{rule}}

    {{t-footer-proposes}}{{br}}
    {{recipient-line}}
    {{#audit-head}}

    {{t-footer-audit}}{{colon-end}}{{br}}
    {{c}}{{audit-head}}{{c}}
    {{/audit-head}}
    """#

private let writtenGlance = #"""
    {{#has-glance}}

    {{#glance}}
    - {{b}}{{title}}{{b}}{{colon}}{{why}}{{#day}} · {{t-due}} {{day}}{{/day}}
    {{/glance}}
    {{/has-glance}}
    """#

private let writtenEntry = #"""

    {{kind}}{{colon}}{{title}}
    ---
    {{standing}}
    {{#deputy}}

    {{.}}
    {{/deputy}}
    {{#removed}}

    {{.}}
    {{/removed}}
    {{#note}}

    {{t-note}}{{colon}}{{note}}
    {{/note}}
    {{#questions}}
    {{> question}}
    {{/questions}}
    {{#more}}

    {{.}}
    {{/more}}
    {{#update}}

    {{t-update-command}}{{colon}}{{c}}{{.}}{{c}}
    {{/update}}
    {{#has-elsewhere}}

    {{t-elsewhere}}{{colon-end}}

    {{#elsewhere}}
    - {{title}} — {{what}} ({{c}}{{command}}{{c}})
    {{/elsewhere}}
    {{/has-elsewhere}}
    """#

private let writtenRisk = #"""

    {{title}}
    ---
    {{b}}{{meaning}}{{b}}{{#from}} {{.}}{{/from}}

    {{excerpt}}

    {{#policies}}
    - {{t-unit-policies}}{{colon}}{{policies}}
    {{/policies}}
    {{#tools}}
    - {{t-unit-tools}}{{colon}}{{tools}}
    {{/tools}}
    - {{badge}} · {{publisher}}{{#when}} · {{when}}{{/when}}
    {{#url}}
    - {{url}}
    {{/url}}
    """#

private let writtenAnswered = #"""
    {{#has-answered}}

    {{t-answered}}
    ---
    {{#answered}}
    - {{b}}{{answer}}{{b}} · {{subject}}{{colon}}{{title}}{{#note}} — {{open-quote}}{{note}}{{close-quote}}{{/note}} ({{actor}}, {{day}})
    {{/answered}}
    {{/has-answered}}
    """#

private let writtenCoverage = #"""

    {{t-coverage}}
    ---
    {{coverage}}{{#is-complete}} {{t-coverage-complete}}{{/is-complete}}

    {{#troubled}}
    - {{b}}{{title}}{{b}}{{colon}}{{trouble}}{{#since}} {{.}}{{/since}}{{#cause}} — {{.}}{{/cause}}{{#detail}} ({{.}}){{/detail}}{{#checked}}; {{.}}{{/checked}}
    {{#alternative}}
      {{t-alternative}}{{colon}}{{url}}
    {{/alternative}}
    {{/troubled}}
    {{#has-gaps}}

    {{t-gaps}}{{colon-end}}

    {{#gaps}}
    - {{.}}
    {{/gaps}}
    {{/has-gaps}}
    {{#no-longer}}

    {{t-no-longer}}{{colon}}{{no-longer}}
    {{/no-longer}}
    {{#now-watched}}

    {{t-now-watched}}{{colon}}{{now-watched}}
    {{/now-watched}}
    """#

private let writtenNear = #"""
    {{#has-near}}

    {{t-near}}
    ---
    {{t-near-intro}}

    {{#near}}
    - {{title}} ({{publisher}}; {{lacked}})
    {{#url}}
      {{url}}
    {{/url}}
    {{/near}}
    {{/has-near}}
    """#

private let writtenManagement = #"""
    {{#management}}

    {{#figures}}
    - {{label}}{{colon}}{{b}}{{value}}{{b}}
    {{/figures}}
    {{> standing}}
    {{#unreachable}}

    {{t-unreachable}}{{colon}}{{unreachable}}
    {{/unreachable}}
    {{/management}}
    """#
