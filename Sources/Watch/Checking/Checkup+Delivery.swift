import Foundation
import Model
import Transport

/// Files that others must not read or change, the way of the mail, and the sources.
extension Checkup {
    /// Whoever may change the configuration decides what is watched, and which program sends the mail.
    func checkPermissions(_ settings: Settings) {
        var files = [settings.file, settings.register, settings.topics] + settings.feeds
        files.append((settings.file as NSString).deletingLastPathComponent)
        let open = files.filter { mode($0).map { $0 & 0o002 != 0 } == true }
        for file in open {
            tell(.bad, "\(file) can be changed by everybody", "chmod o-w \(file)")
        }
        if open.isEmpty { tell(.fine, "nobody else can change the configuration") }
        if let mode = mode(workspace.paths.database), mode & 0o004 != 0,
            let folder = self.mode((workspace.paths.database as NSString).deletingLastPathComponent),
            folder & 0o001 != 0
        {
            tell(
                .doubtful, "\(workspace.paths.database) can be read by everybody: notes and assessments are in it",
                "chmod o-rwx \(workspace.paths.database)*")
        }
    }

    func checkSecrets(_ settings: Settings) {
        let files =
            [settings.delivery.smtp?.passwordFile]
            + settings.delivery.webhooks.flatMap { [$0.secretFile, $0.address.file] }
        for file in files.compactMap({ $0 }) {
            let path = Secret.path(of: file)
            guard let mode = mode(path) else {
                checkCredential(file)
                continue
            }
            let isOpen = mode & 0o007 != 0
            tell(
                isOpen ? .bad : .fine, "the secret \(path) is \(isOpen ? "readable by everybody" : "there")",
                isOpen ? "chmod o-rwx \(path)" : nil)
            if !FileManager.default.isReadableFile(atPath: path) {
                tell(
                    .bad, "the secret \(path) cannot be read by this user", "chgrp lexwatch \(path); chmod 640 \(path)")
            }
        }
    }

    private func checkCredential(_ file: String) {
        let stored = Secret.credstore(file)
        if FileManager.default.fileExists(atPath: stored) {
            tell(.fine, "the secret \(file) comes to the services from \(stored)")
        } else {
            tell(
                .bad, "the secret \(file) is not there",
                "Write it to that file (chmod 640, group lexwatch), or to \(stored) for the services alone.")
        }
    }

    private func mode(_ path: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.posixPermissions] as? NSNumber)?.intValue
    }

    /// An address in the register is a wish for mail, which nobody fulfils without a way of mail.
    func checkReaders(_ settings: Settings, _ register: PolicyRegister) {
        guard settings.delivery.smtp == nil, settings.delivery.sendmail == nil else { return }
        let count = register.owners.count { $0.email != nil } + register.units.count { $0.email != nil }
        guard count > 0 else { return }
        tell(
            .doubtful,
            "\(count.counted("owner or unit has", "owners and units have")) an address, and no mail is sent: "
                + "digests are only written to files",
            "Set delivery.smtp or delivery.sendmail in \(settings.file).")
    }

    /// That the command is there which takes the mail.
    func checkSendmail(_ settings: Settings) {
        guard settings.delivery.smtp == nil, let program = settings.delivery.sendmail?.first else { return }
        attempt("the command delivery.sendmail", { try Mail(settings) })
        guard program.hasPrefix("/"), !FileManager.default.isExecutableFile(atPath: program) else { return }
        tell(.bad, "the command \(program) is not there, or this user may not run it", "Set delivery.sendmail.")
    }

    func checkMail(_ settings: Settings) async {
        guard let smtp = settings.delivery.smtp else { return }
        do {
            let failure = await Mailer(try smtp.server()).check()
            tell(
                failure == nil ? .fine : .bad,
                failure.map { "the mail server \(smtp.url): \($0)" } ?? "the mail server \(smtp.url) takes the login",
                failure == nil
                    ? nil
                    : "Check delivery.smtp in \(settings.file): host and port (is it blocked?), security, username "
                        + "and password-file.")
        } catch let problem as any Problem {
            tell(.bad, "\(problem.place.map { "\($0): " } ?? "")\(problem.what)", problem.remedy)
        } catch {
            tell(.bad, "the mail server \(smtp.url): \(error)")
        }
    }

    func checkSources(_ settings: Settings, _ sources: [Source]) async {
        guard !sources.isEmpty, let checks = try? workspace.checkSources([]) else { return }
        let hosts = Dictionary(sources.map { ($0.id, $0.host) }) { first, _ in first }
        var failed: [SourceCheck] = []
        var asked: [(host: String, cause: FetchFailure.Cause?)] = []
        var readable = 0
        do {
            for try await check in checks {
                if check.isReadable { readable += 1 } else { failed.append(check) }
                guard check.isReadable || check.cause != nil, let host = hosts[check.source] ?? nil else { continue }
                asked.append((host, check.cause))
            }
            if OwnNetwork.isToBlame(asked) {
                let unreached = failed.filter { $0.cause.map(OwnNetwork.suspects.contains) ?? false }
                failed.removeAll { check in unreached.contains { $0.source == check.source } }
                tell(
                    .bad,
                    "most hosts could not be reached, so that this machine's own network seems to be down; the "
                        + "first of \(unreached.count.counted("source", "sources")): \(unreached.first?.lines.first ?? "")",
                    "Look at the network, the resolver, a firewall and the proxy; then run `lexwatch check` again.")
            }
            for check in failed {
                tell(
                    .doubtful, "the source \(check.source): \(check.lines.first ?? "cannot be read")",
                    "lexwatch sources check \(check.source)")
            }
            tell(readable > 0 ? .fine : .bad, "\(readable) of \(sources.count) sources can be read now")
        } catch {
            tell(.bad, "the sources: \(error)")
        }
    }
}
