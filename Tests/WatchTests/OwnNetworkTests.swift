import Model
import Testing

@testable import Watch

@Suite("Whose fault it is") struct OwnNetworkTests {
    @Test(
        "when most hosts cannot be reached at once, the operator's own network is blamed",
        arguments: [
            ([FetchFailure.Cause?.some(.unresolved), .unresolved, .unresolved], true),
            ([.timeout, .refused, .unresolved, nil], true),
            ([.timeout, .refused, nil, nil], false),
            ([.notFound, .serverError, .gone, .denied], false),
            ([.unresolved, .unresolved], false),
            ([], false),
        ])
    func blames(causes: [FetchFailure.Cause?], expected: Bool) {
        let results = causes.enumerated().map { (host: "h\($0.offset).example", cause: $0.element) }
        #expect(OwnNetwork.isToBlame(results) == expected)
    }

    @Test("many sources of one host are one witness")
    func countsHosts() {
        let results = (1...20).map { _ in (host: "h.example", cause: FetchFailure.Cause?.some(.timeout)) }
        #expect(!OwnNetwork.isToBlame(results))
    }
}
