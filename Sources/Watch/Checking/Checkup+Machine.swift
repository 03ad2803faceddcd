import Foundation
import Model
import Store
import Transport

/// The machine: its clock, its disk, its units, its way to the network.
extension Checkup {
    func checkClock() {
        if let problem = workspace.deadClock { return tell(.bad, problem.what, problem.remedy) }
        // systemd-timesyncd(8) makes the file when the clock was set; other keepers of time do not.
        let isKept = FileManager.default.fileExists(atPath: "/run/systemd/timesync/synchronized")
        tell(.fine, "the clock says \(workspace.clock.now)\(isKept ? ", and is kept right" : "")")
    }

    func checkStateFolder() {
        let folder = (workspace.paths.database as NSString).deletingLastPathComponent
        guard FileManager.default.fileExists(atPath: folder) else {
            return tell(.doubtful, "there is no folder \(folder) yet", "`lexwatch run` makes it.")
        }
        let name = "\(folder)/.check-\(getpid())"
        if FileManager.default.createFile(atPath: name, contents: Data("lexwatch".utf8)) {
            unlink(name)
            tell(.fine, "\(folder) can be written to")
        } else {
            let user = getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) } ?? "this user"
            tell(
                .bad, "\(user) cannot write to \(FileFault.writing(name))",
                "Run as the user who owns it (sudo -u lexwatch lexwatch …), or see whether it is mounted read-only.")
        }
        checkSpace(folder)
    }

    private func checkSpace(_ folder: String) {
        let values = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        guard let free = values?[.systemFreeSize] as? NSNumber else { return }
        let megabytes = free.int64Value / 1_000_000
        tell(
            megabytes < 100 ? .bad : megabytes < 1000 ? .doubtful : .fine, "\(megabytes) MB are free in \(folder)",
            megabytes < 1000 ? "Make room: a run needs some for the journal and the digests." : nil)
    }

    func checkUnits() { InstalledUnits().findings.forEach(tell) }

    /// Whether anything has asked the sources lately, whoever was to do it.
    func checkLastFetch(_ settings: Settings) {
        guard let last = look("when the sources were last asked", { try $0.newestFetch() }) ?? nil else { return }
        let age = workspace.clock.now.seconds(since: last)
        if age < -60 {
            tell(
                .bad, "the last fetch was at \(last), which is in the future",
                "The clock was set back, or was wrong then. Once it is right, the next run asks all sources at once.")
        } else if age > Int64(max(2 * settings.fetch.every, 6 * 3600)) {
            tell(
                .doubtful, "the sources were last asked at \(last), \(age / 3600) hours ago",
                "Nothing runs the watch: systemctl enable --now lexwatch-fetch.timer lexwatch.timer, and see "
                    + "systemctl list-timers 'lexwatch*'.")
        } else {
            tell(.fine, "the sources were last asked at \(last)")
        }
    }

    func checkTrust(_ settings: Settings) {
        let file = settings.fetch.caFile ?? "/etc/ssl/certs/ca-certificates.crt"
        let text = FileManager.default.contents(atPath: file) ?? Data()
        let count = text.split(separator: 0x0A).count { $0.starts(with: Array("-----BEGIN CERTIFICATE".utf8)) }
        tell(
            count > 0 ? .fine : .bad, "\(count) certificate authorities are trusted (\(file))",
            count > 0
                ? nil : "apt-get install ca-certificates, or name a file in fetch.ca-file: no https works without.")
    }

    func checkProxy() {
        let proxy = ProxySettings.fromProcess()
        let named = [proxy.http.map { "http by \($0)" }, proxy.https.map { "https by \($0)" }].compactMap { $0 }
        if !named.isEmpty {
            return tell(
                .fine, "a proxy is used: \(named.joined(separator: ", ")); it decides which addresses may be reached")
        }
        guard getenv("HTTP_PROXY") != nil else { return }
        tell(
            .doubtful, "HTTP_PROXY is set, which is not read",
            "Write it in small letters (http_proxy): a web server sets the other from what a client sends.")
    }

    func checkNames(_ sources: [Source]) {
        let proxy = ProxySettings.fromProcess()
        guard proxy.https == nil else { return }
        var hosts = Set(sources.compactMap { URL(string: $0.url)?.host }).sorted().prefix(3).map { $0 }
        guard !hosts.isEmpty else { return }
        hosts.removeAll { host in
            var found: UnsafeMutablePointer<addrinfo>?
            defer { if let found { freeaddrinfo(found) } }
            return getaddrinfo(host, nil, nil, &found) == 0
        }
        if hosts.isEmpty { return tell(.fine, "names of hosts are resolved") }
        tell(
            .bad, "the names of \(hosts.joined(separator: ", ")) are not resolved",
            "See /etc/resolv.conf, and try: getent hosts \(hosts[0])")
    }
}
