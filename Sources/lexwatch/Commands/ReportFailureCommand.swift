import ArgumentParser
import Foundation
import Logging
import Watch

/// `lexwatch report-failure`.
struct ReportFailureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report-failure", abstract: "Mail the operator that a unit failed: what OnFailure= runs.",
        discussion: "Mails delivery.operator by the configured way, the same failure once a day.")

    @Argument(help: "The unit that failed.") var unit: String
    @OptionGroup var place: PlaceOptions
    @OptionGroup var logs: LogOptions

    func run() async throws {
        let failure = UnitFailure(unit: unit, environment: ProcessInfo.processInfo.environment)
        let told = try await Workspace(place.paths).report(failure)
        logs.serviceLog.warning("\(told)")
    }
}
