import Glibc

/// Memory that was freed, and that the allocator keeps for itself.
enum SpareMemory {
    /// Gives it back to the system: a service that works for seconds an hour need not hold what it needed then.
    ///
    /// malloc_trim(3) is the GNU library's own, and Swift does not see its header; another library goes without.
    static func release() { _ = trim?(0) }

    private static let trim: (@convention(c) (Int) -> CInt)? = dlsym(nil, "malloc_trim").map {
        unsafeBitCast($0, to: (@convention(c) (Int) -> CInt).self)
    }
}
