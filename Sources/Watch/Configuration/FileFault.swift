import Foundation

/// Why files cannot be read or written, in the system's words.
enum FileFault {
    /// Why a file cannot be read.
    static func reading(_ path: String) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return lastFault }
        defer { close(descriptor) }
        var byte: UInt8 = 0
        return read(descriptor, &byte, 1) < 0 ? lastFault : "it is no regular file"
    }

    /// Why a folder cannot be listed.
    static func folder(_ path: String) -> String {
        guard let folder = opendir(path) else { return lastFault }
        closedir(folder)
        return "it could be read a moment later"
    }

    /// Why a file cannot be written, as far as its folder and what is there tell.
    static func writing(_ path: String) -> String {
        let folder = (path as NSString).deletingLastPathComponent
        if access(folder, W_OK | X_OK) != 0 { return "\(folder): \(lastFault)" }
        if access(path, F_OK) == 0, access(path, W_OK) != 0 { return lastFault }
        return "\(folder): the disk refuses it"
    }

    /// Whether a file is kept from us by the rights of a folder above it.
    static func isHidden(_ path: String) -> Bool { access(path, F_OK) != 0 && errno == EACCES }

    /// Whether a file is kept from us by rights, its own or those of a folder above it.
    static func isForbidden(_ path: String) -> Bool { access(path, R_OK) != 0 && errno == EACCES }

    private static var lastFault: String { String(cString: strerror(errno)) }
}
