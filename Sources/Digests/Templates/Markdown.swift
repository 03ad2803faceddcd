/// The templates of the Markdown form that it does not share with plain text.
let markdownTemplates: [String: String] = [
    "question": markdownQuestion, "dates": markdownDates, "trends": markdownTrends, "standing": markdownStanding,
]

private let markdownQuestion = #"""

    ### {{#link}}[{{title}}](<{{link}}>){{/link}}{{^link}}{{title}}{{/link}}

    **{{badge}}**{{#open-since}} {{.}}{{/open-since}}
    {{#original}}

    {{t-original}}{{colon}}{{original}}
    {{/original}}

    {{publisher}} · {{facts}}\
    {{when}}
    {{#has-moved}}

    **{{t-moved-on}}**:

    {{#moved}}
    - {{what}}
    {{/moved}}
    {{/has-moved}}
    {{#has-steps}}

    **{{t-later-steps}}**:

    {{#steps}}
    - {{day}}, {{publisher}}: {{#link}}[{{title}}](<{{link}}>){{/link}}{{^link}}{{title}}{{/link}}{{#excerpt}} — {{excerpt}}{{/excerpt}}
    {{/steps}}
    {{/has-steps}}
    {{#answered-then}}

    {{t-answered-then}}: {{day}}: {{answer}}{{#note}} — {{open-quote}}{{note}}{{close-quote}}{{/note}} ({{actor}})
    {{/answered-then}}
    {{#excerpt}}

    > {{excerpt}}
    {{/excerpt}}
    {{#has-reasons}}

    {{t-why}}{{colon-end}}

    {{#reasons}}
    - {{#section}}**{{section}}** · {{/section}}{{what}}
    {{/reasons}}
    {{/has-reasons}}
    {{#has-matches}}

    {{t-matched}}{{colon-end}}

    {{#matches}}
    - {{open-quote}}{{#pieces}}{{plain}}{{#marked}}**{{.}}**{{/marked}}{{/pieces}}{{close-quote}}
    {{/matches}}
    {{/has-matches}}
    {{#has-others}}

    {{t-also}}{{colon-end}}

    {{#others}}
    - {{#link}}[{{title}}](<{{link}}>){{/link}}{{^link}}{{title}}{{/link}}, {{publisher}}
    {{/others}}
    {{#further}}
    - {{.}}
    {{/further}}
    {{/has-others}}

    **{{answer-by}}{{#is-overdue}} · {{t-overdue}}{{/is-overdue}}**

    {{#page}}
    - [{{t-answer-page}}](<{{page}}>)
    {{/page}}
    {{#commands}}
    - {{answer}}{{colon}}``{{command}}``
    {{/commands}}
    {{#mail-answers}}
    - {{t-answer-mail}}{{colon}}[{{answer}}](<{{address}}>)
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

private let markdownDates = #"""
    {{#has-dates}}

    ## {{t-dates}}

    | {{t-day}} | {{t-what}} | {{t-concerns}} |
    |---|---|---|
    {{#dates}}
    | {{day}} | {{#is-cancelled}}~~{{/is-cancelled}}**{{matter}}** · {{kind}}{{#is-cancelled}}~~{{/is-cancelled}}{{#notice}} · **{{.}}**{{/notice}}<br>{{#link}}[{{title}}](<{{link}}>){{/link}}{{^link}}{{title}}{{/link}}{{#places}} ({{.}}){{/places}} | {{subjects}} |
    {{/dates}}
    {{/has-dates}}
    """#

private let markdownTrends = #"""
    {{#has-trends}}

    ## {{t-trends}}

    | {{t-topic}} | {{t-weeks}} | {{t-total}} |
    |---|---|---:|
    {{#trends}}
    | {{topic}} | {{counts}} | {{total}} |
    {{/trends}}
    {{/has-trends}}
    """#

private let markdownStanding = #"""
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
    """#
