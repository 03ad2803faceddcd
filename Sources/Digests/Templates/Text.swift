/// The templates of the plain text form that it does not share with Markdown. Lines are wrapped afterwards: a bullet or
/// spaces in front hang the rest, and `===` or `---` becomes as long as the line above.
let textTemplates: [String: String] = [
    "question": textQuestion, "dates": textDates, "trends": textTrends, "standing": textStanding,
]

private let textQuestion = #"""

    [{{badge}}] {{title}}
      {{open-since}}
    {{#original}}
      {{t-original}}{{colon}}{{original}}
    {{/original}}
      {{publisher}} · {{facts}}
      {{when}}
    {{#link}}
      {{link}}
    {{/link}}
    {{#has-moved}}

      {{t-moved-on}}:
    {{#moved}}
      - {{what}}
    {{/moved}}
    {{/has-moved}}
    {{#has-steps}}
      {{t-later-steps}}:
    {{#steps}}
      - {{day}}, {{publisher}}: {{title}}{{#excerpt}} — {{excerpt}}{{/excerpt}} {{link}}
    {{/steps}}
    {{/has-steps}}
    {{#answered-then}}
      {{t-answered-then}}: {{day}}: {{answer}}{{#note}} — {{open-quote}}{{note}}{{close-quote}}{{/note}} ({{actor}})
    {{/answered-then}}
    {{#excerpt}}

      {{excerpt}}
    {{/excerpt}}
    {{#has-reasons}}

      {{t-why}}{{colon-end}}
    {{#reasons}}
      - {{#section}}{{section}} · {{/section}}{{what}}
    {{/reasons}}
    {{/has-reasons}}
    {{#has-matches}}
      {{t-matched}}{{colon-end}}
    {{#matches}}
      - {{#pieces}}{{plain}}{{#marked}}*{{.}}*{{/marked}}{{/pieces}}
    {{/matches}}
    {{/has-matches}}
    {{#has-others}}
      {{t-also}}{{colon-end}}
    {{#others}}
      - {{publisher}}{{colon}}{{title}} {{link}}
    {{/others}}
    {{#further}}
      - {{.}}
    {{/further}}
    {{/has-others}}

      {{answer-by}}{{#is-overdue}} · {{t-overdue}}{{/is-overdue}}
    {{#page}}
      {{t-answer-page}}{{colon}}{{page}}
    {{/page}}
    {{#commands}}
      - {{answer}}{{colon-end}}
        {{command}}
    {{/commands}}
    {{#mail-answers}}
      - {{t-answer-mail}}, {{answer}}{{colon}}{{address}}
    {{/mail-answers}}
    {{#has-earlier}}
      {{t-earlier}}{{colon-end}}
    {{#earlier}}
      - {{day}}{{colon}}{{answer}}{{#note}} — {{open-quote}}{{note}}{{close-quote}}{{/note}}{{#actor}} ({{.}}){{/actor}}, {{title}}{{#shared}} ({{shared}}){{/shared}}
    {{/earlier}}
    {{/has-earlier}}
    {{#rank}}
      {{rank}}
    {{/rank}}
    """#

private let textDates = #"""
    {{#has-dates}}

    {{t-dates}}
    ---
    {{#dates}}
    - {{day}}{{colon}}{{matter}} · {{kind}}{{#notice}} · {{.}}{{/notice}}
      {{title}}{{#places}} ({{.}}){{/places}}{{#subjects}} · {{.}}{{/subjects}}
    {{#link}}
      {{link}}
    {{/link}}
    {{/dates}}
    {{/has-dates}}
    """#

private let textTrends = #"""
    {{#has-trends}}

    {{t-trends}}
    ---
    {{#trends}}
    - {{topic}}{{colon}}{{counts}} ({{t-total}} {{total}})
    {{/trends}}
    {{/has-trends}}
    """#

private let textStanding = #"""
    {{#has-owners}}

    {{t-owners}}
    ---
    {{#owners}}
    - {{name}}{{colon}}{{t-open-count}} {{open}}, {{t-overdue-count}} {{overdue}}, {{t-answered-count}} {{answered}}, {{t-median}} {{median}}
    {{/owners}}
    {{/has-owners}}
    {{#has-policies}}

    {{t-policies}}
    ---
    {{#policies}}
    - {{title}} ({{owner}}): {{status}}{{#due}}, {{t-due}} {{due}}{{/due}}
    {{/policies}}
    {{/has-policies}}
    """#
