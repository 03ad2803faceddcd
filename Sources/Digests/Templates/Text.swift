/// The templates of the plain text form. Lines are wrapped afterwards: a bullet or spaces in front hang the rest, and
/// `===` or `---` becomes as long as the line above.
let textTemplates: [String: String] = [
    "digest": textDigest, "entry": textEntry, "question": textQuestion, "lists": textLists, "coverage": textCoverage,
    "management": textManagement,
]

private let textDigest = #"""
    {{headline}}
    ===
    {{#earliest}}
    {{.}}
    {{/earliest}}
    {{organisation}} · {{kind}} · {{period}}
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
    {{#entries}}
    {{> entry}}
    {{/entries}}
    {{#is-unit}}
    {{t-unit-intro}}
    {{/is-unit}}
    {{#briefing}}

    {{title}}
    ---
    {{meaning}}{{#from}} {{.}}{{/from}}
    {{excerpt}}
    {{#policies}}
    {{t-unit-policies}}: {{policies}}
    {{/policies}}
    {{#tools}}
    {{t-unit-tools}}: {{tools}}
    {{/tools}}
    {{badge}} · {{publisher}}{{#when}} · {{when}}{{/when}}
    {{link}}
    {{/briefing}}
    {{> management}}
    {{> lists}}
    {{> coverage}}

    {{t-footer-proposes}}
    {{recipient-line}}
    {{#audit-head}}
    {{t-footer-audit}}: {{audit-head}}
    {{/audit-head}}
    """#

private let textEntry = #"""

    {{kind}}: {{title}}
    ---
    {{why}}{{#class}} · {{.}}{{/class}}{{#status}} · {{.}}{{/status}}
    {{#deputy}}
    {{.}}
    {{/deputy}}
    {{#note}}
    {{t-note}}: {{note}}
    {{/note}}
    {{#questions}}
    {{> question}}
    {{/questions}}
    {{#more}}

    {{.}}
    {{/more}}
    """#

private let textQuestion = #"""

    [{{badge}}]{{#reasons}} {{#section}}{{section}} · {{/section}}{{what}}{{/reasons}}{{#open-since}} · {{.}}{{/open-since}}
      {{title}}
    {{#original}}
      {{t-original}}: {{original}}
    {{/original}}
      {{publisher}} · {{facts}}
      {{when}}
    {{#link}}
      {{link}}
    {{/link}}
    {{#excerpt}}

      {{excerpt}}
    {{/excerpt}}
    {{#has-matches}}

      {{t-matched}}:
    {{#matches}}
      - {{before}}*{{words}}*{{after}}
    {{/matches}}
    {{/has-matches}}
    {{#has-others}}
      {{t-also}}:
    {{#others}}
      - {{publisher}}: {{title}} {{link}}
    {{/others}}
    {{/has-others}}

      {{answer-by}}{{#is-overdue}} · {{t-overdue}}{{/is-overdue}}
    {{#page}}
      {{t-answer-page}}: {{page}}
    {{/page}}
    {{#commands}}
      - {{answer}}:
        {{command}}
    {{/commands}}
    {{#mail-answers}}
      - {{t-answer-mail}}, {{answer}}: {{address}}
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

private let textManagement = #"""
    {{#management}}
    {{#figures}}
    - {{label}}: {{value}}
    {{/figures}}
    {{#has-owners}}

    {{t-owners}}
    ---
    {{#owners}}
    - {{name}}: {{t-open-count}} {{open}}, {{t-overdue-count}} {{overdue}}, {{t-answered-count}} {{answered}}, {{t-median}} {{median}}
    {{/owners}}
    {{/has-owners}}
    {{#has-policies}}

    {{t-policies}}
    ---
    {{#policies}}
    - {{title}} ({{owner}}): {{status}}{{#due}}, {{t-due}} {{due}}{{/due}}
    {{/policies}}
    {{/has-policies}}
    {{#unreachable}}

    {{t-unreachable}}: {{unreachable}}
    {{/unreachable}}
    {{/management}}
    """#

private let textLists = #"""
    {{#has-dates}}

    {{t-dates}}
    ---
    {{#dates}}
    - {{day}}: {{matter}} · {{kind}}{{#notice}} · {{.}}{{/notice}}
      {{title}}{{#places}} ({{.}}){{/places}}{{#subjects}} · {{.}}{{/subjects}}
    {{#link}}
      {{link}}
    {{/link}}
    {{/dates}}
    {{/has-dates}}
    {{#has-answered}}

    {{t-answered}}
    ---
    {{#answered}}
    - {{answer}} · {{subject}}: {{title}}{{#note}} — “{{note}}”{{/note}} ({{actor}}, {{day}})
    {{/answered}}
    {{/has-answered}}
    {{#has-trends}}

    {{t-trends}}
    ---
    {{#trends}}
    - {{topic}}: {{counts}} ({{t-total}} {{total}})
    {{/trends}}
    {{/has-trends}}
    """#

private let textCoverage = #"""

    {{t-coverage}}
    ---
    {{coverage}}{{#is-complete}} {{t-coverage-complete}}{{/is-complete}}
    {{#troubled}}
    - {{title}}: {{trouble}}{{#since}} {{.}}{{/since}}{{#cause}} — {{.}}{{/cause}}{{#detail}} ({{.}}){{/detail}}{{#checked}}; {{.}}{{/checked}}
    {{#alternative}}
      {{t-alternative}}: {{alternative}}
    {{/alternative}}
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

    {{t-near}}
    ---
    {{t-near-intro}}
    {{#near}}
    - {{title}} ({{publisher}}; {{lacked}})
    {{#link}}
      {{link}}
    {{/link}}
    {{/near}}
    {{/has-near}}
    """#
