import Glibc

/// Memory that was freed, and that the allocator keeps for itself.
///
/// malloc_trim(3) and mallopt(3) are the GNU library's own, and Swift does not see their header; another library goes
/// without.
public enum SpareMemory {
    /// Gives it back to the system: a service that works for seconds an hour need not hold what it needed then.
    static func release() { _ = trim?(0) }

    /// Has threads share what they freed, unless the environment says how: each keeps its own otherwise, and few work at
    /// a time. To be called before there are threads.
    public static func share() {
        if getenv("MALLOC_ARENA_MAX") == nil { _ = option?(mostArenas, 2) }
    }

    /// `M_ARENA_MAX` of malloc.h.
    private static let mostArenas: CInt = -8

    private static let trim: (@convention(c) (Int) -> CInt)? = dlsym(nil, "malloc_trim").map {
        unsafeBitCast($0, to: (@convention(c) (Int) -> CInt).self)
    }

    private static let option: (@convention(c) (CInt, CInt) -> CInt)? = dlsym(nil, "mallopt").map {
        unsafeBitCast($0, to: (@convention(c) (CInt, CInt) -> CInt).self)
    }
}
