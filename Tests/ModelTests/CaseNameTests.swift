import Model
import Testing

@Suite("Names of cases") struct CaseNameTests {
    @Test(
        "two names may be of one case by their claimants, or by both parties",
        arguments: [
            ("doe v github", "doe 1 v github", true),
            ("new york times v microsoft", "new york times v openai", true),
            ("like v google ireland", "google v like", true),
            ("ziff davis v midjourney", "disney v midjourney", false),
            ("silverman v openai", "authors guild v openai", false),
            ("doe v github", "doe v clearview", false),
            ("people v smith", "people v jones", false),
            ("thaler v perlmutter", "thaler v vidal", true),
            ("in re openai", "openai copyright", true),
        ])
    func alike(left: String, right: String, isAlike: Bool) {
        #expect(CaseName.isAlike(left, right) == isAlike)
        #expect(CaseName.isAlike(right, left) == isAlike)
    }
}
