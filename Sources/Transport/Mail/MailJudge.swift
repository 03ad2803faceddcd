import CCurl

/// Judges how a talk with a mail server ended.
struct MailJudge {
    let stage: MailFailure.Stage
    let isWhole: Bool
    let code: Int?
    let words: String
    let complaint: String

    init(dialogue: Dialogue, complaint: String) {
        self.init(
            stage: dialogue.stage, isWhole: dialogue.isWhole, code: dialogue.code, words: dialogue.words,
            complaint: complaint)
    }

    init(stage: MailFailure.Stage, isWhole: Bool, code: Int?, words: String, complaint: String) {
        self.stage = stage
        self.isWhole = isWhole
        self.code = code
        self.words = words
        self.complaint = complaint
    }

    /// What libcurl's result means for the recipient.
    func result(of result: CURLcode) -> MailResult {
        guard result != CURLE_OK else { return .accepted(words) }
        let failure = MailFailure(stage(of: result), code: refusal, detail(of: result))
        if isWhole, refusal == nil { return .uncertain(failure) }
        return isForGood(failure) ? .permanent(failure) : .temporary(failure)
    }

    /// The reply's code where it is a refusal.
    private var refusal: Int? { code.flatMap { $0 >= 400 ? $0 : nil } }

    private func stage(of result: CURLcode) -> MailFailure.Stage {
        switch result {
        case CURLE_LOGIN_DENIED, CURLE_AUTH_ERROR: .login
        case CURLE_USE_SSL_FAILED, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER:
            .tls
        case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST: .connect
        default: stage
        }
    }

    private func detail(of result: CURLcode) -> String {
        if refusal != nil { return words }
        let text = complaint.isEmpty ? String(cString: curl_easy_strerror(result)) : complaint
        return isWhole ? "no reply after the message was sent: \(text)" : text
    }

    /// A refusal of this sender, recipient or message is final; one of our login or of the connection is for the
    /// operator to mend, and what waits for that must not be lost.
    private func isForGood(_ failure: MailFailure) -> Bool {
        guard let code = failure.code, code >= 500 else { return false }
        let isAboutLogin = [530, 534, 535, 538].contains(code)
        return !isAboutLogin && [.sender, .recipient, .message].contains(failure.stage)
    }
}
