import GRDB
public import Model

extension Store {
    /// Records an owner's answer to one or many alerts: to all of them, or to none.
    ///
    /// - Parameters:
    ///   - alerts: The alerts; each is answered once, however often it stands there.
    ///   - answer: The answer.
    ///   - note: Why.
    ///   - actor: Who answers.
    ///   - at: When.
    ///   - isReplacing: Whether the answer shall replace one that is there.
    ///   - topics: Topics that the answer takes away from every item of the alerts' developments.
    /// - Throws: `AlreadyAssessed` where one has an answer, `NotThere` where there is no such alert; `StoreProblem`.
    public func assess(
        _ alerts: [RowID<Alert>], _ answer: Assessment.Answer, note: String, by actor: String, at: Instant,
        replacing isReplacing: Bool = false, takingAway topics: [ID<Topic>] = []
    ) throws {
        var seen: Set<RowID<Alert>> = []
        let alerts = alerts.filter { seen.insert($0).inserted }
        let refusal: AlreadyAssessed? = try write { db in
            let standing = try alerts.map { try db.alert($0) }.filter { $0.state == .assessed }
            guard isReplacing || standing.isEmpty else {
                let answers = try standing.compactMap { try db.lastAnswer(to: $0.id) }
                for answered in answers {
                    try db.auditRefusal(of: answer, note, by: actor, at, because: answered)
                }
                return AlreadyAssessed(answers: answers)
            }
            for alert in alerts {
                try db.assess(Assessment(alert: alert, answer: answer, note: note, actor: actor, at: at))
            }
            for topic in topics { try db.takeAway(topic, from: alerts, by: actor, at: at) }
            return nil
        }
        if let refusal { throw refusal }
    }

    /// Answers that were given in a period and stood at its end, with their alerts as they stand now, the first one first:
    /// one each time that a question was put.
    ///
    /// - Parameters:
    ///   - since: Given at this moment or later.
    ///   - until: Given before this moment.
    ///   - owner: To questions of this owner; of any where nil.
    /// - Returns: The answers.
    /// - Throws: `StoreProblem`.
    public func answers(
        since: Instant, until: Instant, owner: ID<Owner>? = nil
    ) throws -> [(answer: Assessment, alert: AlertSummary)] {
        try read { db in
            let given = try db.map(
                """
                SELECT assessment.* FROM assessment JOIN alert ON alert.id = assessment.alert
                WHERE assessment.at >= ?1 AND assessment.at < ?2 AND (?3 IS NULL OR alert.owner = ?3)
                    AND NOT EXISTS (
                        SELECT 1 FROM assessment AS later
                        WHERE later.alert = assessment.alert AND later.round = assessment.round
                            AND later.id > assessment.id AND later.at < ?2)
                ORDER BY assessment.at, assessment.id
                """, [since, until, owner]
            ) { try $0.assessment() }
            return try given.compactMap { answer in
                guard let row = try db.first("\(alertColumns) WHERE alert.id = ?", [answer.alert]) else { return nil }
                return (answer, try db.alertSummary(row))
            }
        }
    }
}

extension Store {
    /// Answers that were replaced by another one while the question was put once.
    ///
    /// - Parameter alerts: To these questions.
    /// - Returns: The answers by question, the first one first.
    /// - Throws: `StoreProblem`.
    public func replacedAnswers(to alerts: [RowID<Alert>]) throws -> [RowID<Alert>: [Assessment]] {
        try read { db in
            let answers = try db.map(
                """
                SELECT * FROM assessment WHERE alert IN (SELECT value FROM json_each(?)) AND EXISTS (
                    SELECT 1 FROM assessment AS later WHERE later.alert = assessment.alert
                        AND later.round = assessment.round AND later.id > assessment.id) ORDER BY id
                """, [SQLList(alerts)]
            ) { try $0.assessment() }
            return Dictionary(grouping: answers, by: \.alert)
        }
    }
}

extension Database {
    fileprivate func assess(_ assessment: Assessment) throws {
        let before = try lastAnswer(to: assessment.alert)
        let development = try alert(assessment.alert).development
        let id = try insert(
            """
            INSERT INTO assessment (alert, round, answer, note, actor, at, latest, edits)
            SELECT id, round, ?1, ?2, ?3, ?4,
                (WITH RECURSIVE step(id) AS (
                    VALUES (?5) UNION SELECT development.id FROM development JOIN step ON previous = step.id)
                SELECT max(item) FROM member WHERE development IN (SELECT id FROM step)),
                (SELECT coalesce(max(id), 0) FROM former_finding)
            FROM alert WHERE id = ?6
            """,
            [
                assessment.answer.rawValue, assessment.note, assessment.actor, assessment.at, development,
                assessment.alert,
            ])
        try run("UPDATE alert SET state = 'assessed', snoozed_until = NULL WHERE id = ?", [assessment.alert])
        try audit(
            "assess", "alert \(assessment.alert)", by: assessment.actor, at: assessment.at,
            [
                "answer": .string(assessment.answer.rawValue), "note": .string(assessment.note),
                "before": .optional(before?.answer.rawValue),
            ], rows: [GuardedRow(.assessment, id), GuardedRow(.alert, assessment.alert.rawValue)])
    }

    /// Records that no item of the alerts' developments is about a topic.
    fileprivate func takeAway(_ topic: ID<Topic>, from alerts: [RowID<Alert>], by actor: String, at: Instant) throws {
        let items: [RowID<Item>] = try map(
            """
            SELECT DISTINCT topic_tag.item FROM topic_tag JOIN member ON member.item = topic_tag.item
                JOIN alert ON alert.development = member.development
            WHERE topic_tag.topic = ? AND alert.id IN (SELECT value FROM json_each(?)) ORDER BY topic_tag.item
            """, [topic, SQLList(alerts)]
        ) { try $0.row("item") }
        for item in items {
            try record(TopicLabel(item: item, topic: topic, applies: false, actor: actor, at: at))
        }
    }

    /// Keeps an answer that came too late.
    fileprivate func auditRefusal(
        of answer: Assessment.Answer, _ note: String, by actor: String, _ at: Instant, because standing: Assessment
    ) throws {
        try audit(
            "assess-refused", "alert \(standing.alert)", by: actor, at: at,
            [
                "answer": .string(answer.rawValue), "note": .string(note),
                "because": .string("\(standing.actor) answered \(standing.answer.rawValue) on \(standing.at)"),
            ])
    }

    fileprivate func lastAnswer(to alert: RowID<Alert>) throws -> Assessment? {
        try first("SELECT * FROM assessment WHERE alert = ? ORDER BY id DESC LIMIT 1", [alert])?.assessment()
    }
}

extension Row {
    /// An answer from a row of `assessment`.
    func assessment() throws -> Assessment {
        Assessment(
            alert: try row("alert"), answer: try word("answer"), note: try text("note"), actor: try text("actor"),
            at: try instant("at"))
    }
}
