import Testing

@Suite("The list of tools for staff") struct StaffListCommandTests {
    @Test(
        "says what may be used with what data, by the class that a person gave last, in each form",
        arguments: [
            ("html", ["<!DOCTYPE html>", "<td>Acme &lt;Writer&gt;</td><td>must not be used</td>"]),
            ("markdown", ["| Acme \\<Writer\\> | must not be used | none | nobody |"]),
            ("csv", ["Acme <Writer>", "must not be used"]),
        ])
    func forms(form: String, expected: [String]) throws {
        let program = try Program.installed()
        try program.write(
            """
            owners: [{id: counsel, name: Counsel}]
            tools:
              - {id: writer, name: "Acme <Writer>", class: approved, owner: counsel, allowed-data: anything}

            """, to: "register.yaml")
        try program.run("run")
        #expect(try program.run("tools", "--for-staff").output.contains("| may be used | anything | everybody |"))
        try program.run("tools", "reclassify", "writer", "prohibited", "--because", "https://a.example", "--note", "x")
        let list = try program.run("tools", "--for-staff", "--form", form).output
        for words in expected { #expect(list.contains(words), "\(list)") }
        let end = form == "csv" ? "\"\r\n" : "\n"
        #expect(Array(list.utf8.suffix(end.utf8.count)) == Array(end.utf8) && !list.hasSuffix("\n\n"))
        #expect(!list.contains("anything"))
        #expect(try program.run("tools", "--for-staff", "--form", "pdf").status == 64)
        #expect(try program.run("tools", "list", "--form", "csv").errors.contains("--for-staff"))
    }
}
