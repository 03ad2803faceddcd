import Model
import Testing

@testable import Tagging

@Suite("Citations in their normal forms")
struct CitationTests {
    private func citations(_ text: String) -> [String] { CitationScanner.citations(in: text).map(\.value) }

    @Test(
        "identifiers of the Union are read as written in every language",
        arguments: [
            ("see ECLI:EU:C:2025:123.", ["ECLI:EU:C:2025:123"]),
            ("ECLI:DE:BGH:2024:110624BXZB5.22.0 und", ["ECLI:DE:BGH:2024:110624BXZB5.22.0"]),
            ("CELEX:32024R1689", ["CELEX:32024R1689"]), ("CELEX 32019L0790,", ["CELEX:32019L0790"]),
            ("uri=CELEX%3A32016R0679", ["CELEX:32016R0679"]),
            ("Regulation (EU) 2024/1689", ["EU 2024/1689"]), ("règlement (UE) 2024/1689", ["EU 2024/1689"]),
            ("Verordnung (EG) Nr. 1/2003", ["EU 1/2003"]), ("Directive 2001/29/EC", ["EU 2001/29"]),
            ("Richtlinie (EU) 2019/790", ["EU 2019/790"]), ("dyrektywa 96/9/WE", ["EU 96/9"]),
            ("欧盟《人工智能法》（欧盟）2024/1689", ["EU 2024/1689"]),
            ("Case C‑250/25, Like Company", ["C-250/25"]),
            ("Joined Cases C-511/18, C-512/18", ["C-511/18", "C-512/18"]),
            ("in T-354/24 the General Court", ["T-354/24"]), ("依据第2024/1689号条例", ["EU 2024/1689"]),
            ("اللائحة (الاتحاد الأوروبي) 2024/1689", ["EU 2024/1689"]), ("nařízení 2024/1689", ["EU 2024/1689"]),
        ])
    func union(text: String, expected: [String]) { #expect(citations(text) == expected) }

    @Test(
        "neutral citations keep year, court, number and division",
        arguments: [
            ("[2025] EWHC 2863 (Ch)", "[2025] EWHC 2863 (Ch)"), ("[2023] UKSC 49", "[2023] UKSC 49"),
            ("[2021] EWCA Civ 1374", "[2021] EWCA Civ 1374"), ("[2025]EWHC 1383(Admin)", "[2025] EWHC 1383 (Admin)"),
            ("[2024] UKUT 287 (AAC)", "[2024] UKUT 287 (AAC)"), ("[2022] FCAFC 62", "[2022] FCAFC 62"),
            ("[2022] HCATrans 199", "[2022] HCATrans 199"), ("[2024] NSWSC 1", "[2024] NSWSC 1"),
            ("2024 BCCRT 149", "2024 BCCRT 149"), ("2025 ONSC 2766", "2025 ONSC 2766"), ("2024 FC 12", "2024 FC 12"),
            ("2024 CanLII 1234", "2024 CanLII 1234"), ("[2024] IEHC 100", "[2024] IEHC 100"),
            ("2023 INSC 12", "2023 INSC 12"), ("2024:DHC:1234-DB", "2024:DHC:1234-DB"),
            ("[2024] FedCFamC2F 957", "[2024] FedCFamC2F 957"), ("[2024] SGHC 12", "[2024] SGHC 12"),
            ("[2026] EWHC 2901 (CH)", "[2026] EWHC 2901 (Ch)"), ("[2026] EWCA CIV 12", "[2026] EWCA Civ 12"),
            ("[2020] SGCA(I) 2", "[2020] SGCA(I) 2"), ("2025 CACP 8", "2025 CACP 8"),
            ("2026 SGIPOS 3", "2026 SGIPOS 3"),
            ("[2026] KEHC 1120 (KLR)", "[2026] KEHC 1120 (KLR)"),
        ])
    func neutral(text: String, expected: String) { #expect(citations("As held in \(text), the court") == [expected]) }

    @Test(
        "dockets, reporters and bills of the United States",
        arguments: [
            ("Case No. 1:23-cv-11195-SHS", ["1:23-cv-11195"]), ("24-cv-1234 (N.D. Cal.)", ["24-cv-01234"]),
            ("23 Civ. 11195 (SHS)", ["23-cv-11195"]), ("No. 23-5233 (D.C. Cir.)", ["No. 23-5233"]),
            ("Nos. 24-7700 and 24-7701", ["No. 24-7700", "No. 24-7701"]),
            ("Nos. 23-55, 23-56 & 23-57.", ["No. 23-55", "No. 23-56", "No. 23-57"]),
            ("598 U.S. 508 (2023)", ["598 U.S. 508"]), ("130 F.4th 1039", ["130 F.4th 1039"]),
            ("2025 WL 1234567", ["2025 WL 1234567"]), ("H.R. 2794 and S. 1367", ["H.R. 2794", "S. 1367"]),
            ("The bill, S. 1367, and its companion", ["S. 1367"]), ("the Replica Act, S. 1367, was", ["S. 1367"]),
            ("brevet n° 471234", []),
            ("GRUR 2024, S. 136", []), ("Meyer, S. 1367", []),
            ("vgl. Hill, S. 136", []), ("Art. 5 AI Act, S. 51", []),
            ("HR 2794", ["H.R. 2794"]), ("Assembly Bill 2013", ["AB 2013"]), ("A.B. 2013", ["AB 2013"]),
            ("SB24-205", ["SB 24-205"]), ("SB25B-004", ["SB 25B-004"]), ("CGC-25-628528", ["CGC-25-628528"]),
            ("House Bill No. 149", ["HB 149"]), ("Senate Bill 1047", ["SB 1047"]),
            ("signed in 2025. S.8391 requires consent", ["S. 8391"]),
            ("New York's bill S8755-A/A.8962-B on likeness", ["S. 8755-A", "A. 8962-B"]),
            ("the Galaxy S2500 camera", []),
            ("S.8420-A/A.8887-B requires advertisers", ["S. 8420-A", "A. 8887-B"]),
            ("A companion law, S.8391, requires consent", ["S. 8391"]),
            ("Senator's bill would ban sales of Nvidia's RTX A6000", []), ("New York Senate S8420 is law", ["S. 8420"]),
            ("la décision n° 2025-878 DC", ["2025-878 DC"]), ("2025-1154 QPC", ["2025-1154 QPC"]),
            ("siehe NJW 2025, S.2345, und S.1234 des Kommentars", []), ("under 42 U.S.1983", []),
            ("the 2025-26 DC budget", []), ("In Appeal No. 2024-000567 the panel", ["No. 2024-000567"]),
            ("Public Notice No. 2025-0123 of the ministry", []),
            ("Noland v. Land of the Free, L.P. (B331918)", ["B331918"]), ("the sensor (B331918)", []),
            ("Noland v. Land (Second District, Div. Three, B331918)", ["B331918"]), ("pp. 3, B331918", []),
            ("1:25CV01305 (CM)", ["1:25-cv-01305"]), ("3:23cv770", ["3:23-cv-00770"]), ("a 25CV radio", []),
            ("Nos. 24-1577, -1578", ["No. 24-1577", "No. 24-1578"]), ("in 2024, -1578 units", []),
            ("Thomson Reuters v. Ross Intelligence Inc., 25-2153", ["No. 25-2153"]), ("pages 12, 25-215", []),
            ("Bartz v. Anthropic: settlement for authors, 10-1500", []), ("Smith v. Jones, pp. 12, 25-2153", []),
            ("24-171 COX COMMUNICATIONS, INC. V. SONY MUSIC", ["No. 24-171"]), ("24-17 reasons to wait", []),
            ("OPINION filed in 25-1018: Allen v. Perlmutter", ["No. 25-1018"]), ("ranked in 10-150: Acme leads", []),
            ("USCA4 Appeal: 26-1042 Doc: 12", ["No. 26-1042"]), ("USCA11 Case: 24-12345 Page: 1", ["No. 24-12345"]),
            ("Case: 24-3768, 11/20/2026, DktEntry: 12.1", ["No. 24-3768"]), ("Use Case: 10-150 seats", []),
            ("10-15 artists may join Andersen v. Stability AI", []), ("24-171 artists v. Stability", []),
            ("Oregon's 24CV12345", []), ("UNHCR Global Appeal 2024-2025", []),
            ("Nos. 24-7700, -30 percent", ["No. 24-7700"]),
            ("the 24-171 Cox v. Sony opinion", []), ("Ex parte Desjardins (Appeal 2024-000567)", ["No. 2024-000567"]),
            ("30-2021-01226723-CU-BC-CJC", ["30-2021-01226723-CU-BC-CJC"]), ("24STCV01234", ["24STCV01234"]),
            ("24ABCD01234", []), ("C.A. No. 2024-0631-KSJM", ["No. 2024-0631"]),
            ("C.A. No. 20-613-SB", ["No. 20-613"]), ("Index No. 650123/2024", ["No. 650123/2024"]),
            ("Governor Newsom signs SB53", ["SB 53"]), ("the SB53 soundbar", []),
        ])
    func unitedStates(text: String, expected: [String]) { #expect(citations(text) == expected) }

    @Test(
        "bills of states are told from firms and places by the words around them",
        arguments: [
            ("Governor Signs AB 2013", ["AB 2013"]), ("What Does AB 2013 Mean for Developers?", ["AB 2013"]),
            ("AB 412: what changes", ["AB 412"]), ("the court stayed AB 2839 again", ["AB 2839"]),
            ("California AB 853", ["AB 853"]), ("Minnesota: SF 4097 and HF 4400", ["SF 4097", "HF 4400"]),
            ("HF 4400", ["HF 4400"]), ("Maine Legislature takes up LD 1937", ["LD 1937"]),
            ("明尼苏达州 SF 4097 法案", ["SF 4097"]), ("Legislative Bill 642", ["LB 642"]), ("SB 53", ["SB 53"]),
        ])
    func billsOfStates(text: String, expected: [String]) { #expect(citations(text) == expected) }

    @Test(
        "each family knows whose law its numbers are of, and what they count",
        arguments: [
            ("Regulation (EU) 2024/1689", "EU", .act), ("Directive 2001/29/EC", "EU", .act),
            ("EU 2024/1689", "EU", .act), ("CELEX:32024R1689", "EU", .act), ("CELEX:62023CJ0250", "EU", .docket),
            ("32024R1689", "EU", .act), ("ECLI:EU:C:2025:123", "EU", .judgment),
            ("ECLI:DE:BGH:2024:110624BXZB5.22.0", "DE", .judgment), ("ECLI:EP:BA:2020:J000820", "INT", .judgment),
            ("C-250/25", "EU", .docket), ("T-1717-24", "CA", .docket), ("Sentencia T-323/24", "CO", .judgment),
            ("T-323 de 2024", "CO", .judgment), ("[2025] EWHC 2863 (Ch)", "GB", .judgment),
            ("[2022] FCAFC 62", "AU", .judgment), ("[2026] KEHC 1120 (KLR)", "KE", .judgment),
            ("2024 FC 12", "CA", .judgment), ("2023 INSC 12", "IN", .judgment), ("2023 ZASCA 12", "ZA", .judgment),
            ("2024:DHC:1234", "IN", .judgment), ("CS(COMM) 652/2023", "IN", .docket), ("LPA 12/2024", "IN", .docket),
            ("1:23-cv-11195", "US", .docket), ("No. 23-5233", "US", .docket), ("CGC-25-628528", "US", .docket),
            ("598 U.S. 508", "US", .judgment), ("130 F.4th 1039", "US", .judgment),
            ("2025 WL 1234567", "US", .judgment), ("S.J.Res. 34", "US", .bill), ("S. 3434", "US", .bill),
            ("H.R. 2794", "US", .bill), ("AB 2013", "US", .bill), ("(2023)京0491民初11279号", "CN", .judgment),
            ("令和6年(ネ)第10006号", "JP", .docket), ("2024가합12345", "KR", .docket),
            ("112年度民著訴字第12號", "TW", .docket), ("112年度民著訴字第12号", "TW", .docket),
            ("310 O 227/23", "DE", .docket), ("I ZR 96/23", "DE", .docket), ("KZR 12/20", "DE", .docket),
            ("11 W (pat) 5/21", "DE", .docket), ("4 Ob 92/25k", "AT", .docket), ("14 Os 95/25i", "AT", .docket),
            ("9 ObA 6/26s", "AT", .docket), ("5 As 118/2025-47", "CZ", .docket),
            ("23 Cdo 12/2024", "CZ", .docket), ("II GSK 123/24", "PL", .docket), ("II SA/Wa 12/24", "PL", .docket),
            ("4 Bs 12/24", nil, .docket), ("BGE 150 III 123", "CH", .docket), ("B-2532/2024", "CH", .docket),
            ("G 1/23", "INT", .docket), ("J 8/20", "INT", .docket), ("n° 23-12.345", "FR", .docket),
            ("24-D-03", "FR", .judgment), ("STS 123/2024", "ES", .judgment), ("R.G. 11053/2024", "IT", .docket),
            ("RG 21/1234", nil, .docket),
            ("А40-200471/23", "RU", .docket), ("305-ЭС25-4417", "RU", .docket),
            ("1042318-77.2024.8.26.0100", "BR", .docket), ("REsp 2214879", "BR", .docket),
            ("PL 2338/2023", "BR", .bill), ("KIO 4187/25", "PL", .docket), ("III. ÚS 2024/25", "CZ", .docket),
            ("Amparo Directo 6/2025", "MX", .docket), ("RE 1037396, Tema 987", "BR", .docket),
            ("4A_412/2024", "CH", .docket),
            ("1123/22.0T8LSB.L1.S1", "PT", .docket), ("W252 2284911-1", "AT", .docket),
            ("FACV 8/2024", "HK", .docket), ("UKSC/2024/0131", "GB", .docket), ("OJ L, 2024/1689", "EU", .act),
            ("R 1412/2024-G", "EU", .docket), ("UPC_CFI_191/2025", nil, .docket),
            ("sentenza n. 2120/2025", "IT", .docket),
        ] as [(String, String?, CitationClass)])
    func families(text: String, law: String?, kind: CitationClass) throws {
        let hit = try #require(CitationScanner.hits(in: FactText(text)).first)
        #expect(hit.law == law)
        #expect(hit.kind == kind)
    }

    @Test(
        "case numbers of East Asia, in full and half width",
        arguments: [
            ("（2023）京0491民初11279号", "(2023)京0491民初11279号"), ("(2024) 粤 0192 民初 113 号", "(2024)粤0192民初113号"),
            ("（2020）最高法知民终1号", "(2020)最高法知民终1号"), ("令和6年（ネ）第10006号", "令和6年(ネ)第10006号"),
            ("令和5年（行ウ）第5001号", "令和5年(行ウ)第5001号"), ("2024가합12345", "2024가합12345"),
            ("2022구합89524", "2022구합89524"), ("112年度民著訴字第12號", "112年度民著訴字第12號"),
            ("（2024）京73民终546号之一民事裁定书", "(2024)京73民终546号"),
            ("終院民事上訴（FACV 8/2024）", "FACV 8/2024"),
        ])
    func eastAsia(text: String, expected: String) { #expect(citations(text) == [expected]) }

    @Test(
        "Chinese case numbers in Latin letters are those in characters, where these are certain",
        arguments: [
            ("In (2026) Jing 0491 Min Chu No. 1234, the court", ["(2026)京0491民初1234号"]),
            ("(2023)HU 0115 MIN CHU NO. 12", ["(2023)沪0115民初12号"]),
            ("(2024) Yue 0192 Min Chu 113", ["(2024)粤0192民初113号"]),
            ("（2024）Zhe 01 Minzhong No.10332", ["(2024)浙01民终10332号"]),
            ("(2023) Hu Zhi Min Zhong No. 12", ["(2023)沪知民终12号"]),
            ("(2020) Zui Gao Fa Zhi Min Zhong No. 1", ["(2020)最高法知民终1号"]),
            ("(2025) Su 05 Zhi Min Chu No 9015;", ["(2025)苏05知民初9015号"]),
            ("(2024) Min 02 Min Zai 7", ["(2024)闽02民再7号"]),
            ("(2026) Yu 0101 Min Chu No. 1234", []), ("(2026) Jing 0491 Xing Chu No. 12", []),
            ("(2026) Jing 0491 Min Chu", []), ("(2026) Jing 0491 Min Chu No. 12-3", []),
            ("(2020) Zui Gao Fa 01 Min Zhong No. 1", []), ("(2026) Min No. 5", []), ("(2026) Hu Jintao No. 12", []),
        ])
    func pinyin(text: String, expected: [String]) { #expect(citations(text) == expected) }

    @Test(
        "English texts write numbers of Japan and Korea in Latin letters",
        arguments: [
            ("Tokyo District Court, Reiwa 8 (Wa) 70123:", ["令和8年(ワ)第70123号"]),
            ("Heisei 30 (Gyo-Ke) No. 10131", ["平成30年(行ケ)第10131号"]),
            ("Case 2024 (Ne) 10022", ["令和6年(ネ)第10022号"]), ("2019 (Wa) 12", []), ("2024 (Xa) 12", []),
            ("Seoul: 2025GaHap12345", ["2025가합12345"]), ("2025 Ga-Hap 12345.", ["2025가합12345"]),
            ("Supreme Court 2020Da277", ["2020다277"]), ("in 2024 Da 5", []), ("2025 na 12345-6", []),
        ] as [(String, [String])])
    func romanised(text: String, expected: [String]) { #expect(citations(text) == expected) }

    @Test(
        "a range of joined cases holds those between, and no other range does",
        arguments: [
            ("Joined Cases C-250/25 to C-252/25", ["C-250/25", "C-251/25", "C-252/25"]),
            ("verbundene Rechtssachen C‑250/25 bis C‑252/25", ["C-250/25", "C-251/25", "C-252/25"]),
            ("affaires jointes T-9/25 à T-11/25 et T-20/25", ["T-9/25", "T-10/25", "T-11/25", "T-20/25"]),
            ("C-250/25 and C-252/25", ["C-250/25", "C-252/25"]), ("C-252/25 to C-250/25", ["C-252/25", "C-250/25"]),
            ("C-250/25 to C-251/25", ["C-250/25", "C-251/25"]), ("C-250/24 to C-252/25", ["C-250/24", "C-252/25"]),
            ("T-250/25 to C-252/25", ["T-250/25", "C-252/25"]), ("C-250/25 to C-260/25", ["C-250/25", "C-260/25"]),
            ("C-250/25, C-252/25", ["C-250/25", "C-252/25"]),
            ("C-250/25 refers to C-252/25", ["C-250/25", "C-252/25"]),
        ])
    func joined(text: String, expected: [String]) { #expect(citations(text) == expected) }

    @Test(
        "appeals to the French Court of Cassation are read without their sign behind its name",
        arguments: [
            ("Cass. civ., 1re, 12 nov. 2026, 25-12.345", ["n° 25-12.345"]),
            ("Cour de cassation, chambre commerciale, 5 novembre 2026, 25-12.345, publié", ["n° 25-12.345"]),
            ("Cass., ass. plén., 5 nov. 2026, n° 25-12.345", ["n° 25-12.345"]),
            ("12 nov. 2026, 25-12.345", []), ("tél. 25-12.345", []), ("Cass. civ., 12 nov. 2026 ; tél. 25-12.345", []),
            ("Cass. civ., 25-12.3456", []), ("Cassation, 25-12.345", []),
        ])
    func cassation(text: String, expected: [String]) { #expect(citations(text) == expected) }

    @Test(
        "file numbers of European courts",
        arguments: [
            ("LG Hamburg, 310 O 227/23", "310 O 227/23"), ("BGH, X ZB 5/22", "X ZB 5/22"),
            ("I ZR 96/23", "I ZR 96/23"), ("1 BvR 16/13", "1 BvR 16/13"), ("OLG Köln, 15 UKl 2/25", "15 UKl 2/25"),
            ("BPatG, 11 W (pat) 5/21", "11 W (pat) 5/21"), ("LG Frankfurt, Az. 2-06 O 401/25", "2-06 O 401/25"),
            ("pourvoi n° 23-12.345", "n° 23-12.345"), ("décision 24-D-03 du", "24-D-03"),
            ("R.G. n. 11053/2024", "R.G. 11053/2024"), ("дело № А40-200471/23", "А40-200471/23"),
            ("определение № 305-ЭС25-4417", "305-ЭС25-4417"), ("OGH, 4 Ob 92/25k.", "4 Ob 92/25k"),
            ("OGH 14 Os 95/25i: Nichtigkeitsbeschwerde", "14 Os 95/25i"), ("OGH 9 ObA 6/26s", "9 ObA 6/26s"),
            ("jugement n° 2509827, le", "n° 2509827"), ("Conseil d’État, 4 octobre 2025, n° 471234", "n° 471234"),
            ("CE, 5 nov. 2026, n° 498765", "n° 498765"),
            ("Conseil d'État, 10ème - 9ème chambres réunies, 20/11/2026, 498765", "n° 498765"),
            ("Conseil d'État, 10ème - 9ème chambres réunies, 20/11/2026, n° 498765", "n° 498765"),
            ("Wyrok KIO 4187/25:", "KIO 4187/25"),
            ("nález III. ÚS 2024/25 ze dne", "III. ÚS 2024/25"), ("č. j. 5 As 118/2025-47", "5 As 118/2025-47"),
            ("STS 123/2024", "STS 123/2024"), ("decision J 8/20", "J 8/20"), ("B-2532/2024", "B-2532/2024"),
            ("Urteil 4A_412/2024 vom 3. März", "4A_412/2024"), ("Arrêt 1C_63/2023 du", "1C_63/2023"),
            ("das Erkenntnis W252 2284911-1 vom", "W252 2284911-1"), ("G1/23: product put on the market", "G 1/23"),
            ("processo 1123/22.0T8LSB.L1.S1: jurisprudência", "1123/22.0T8LSB.L1.S1"),
            ("UPC CFI 191/2025", "UPC_CFI_191/2025"), ("Order ORD_598324/2023 of the", "ORD_598324/2023"),
            ("Case R 1412/2024-G; appeal", "R 1412/2024-G"), ("TA Grenoble, 3 décembre 2025, n° 2509827", "n° 2509827"),
            ("CAA de Paris, n° 23PA01234", "n° 23PA01234"), ("El Reglamento (UE) n.º 1215/2012", "EU 1215/2012"),
            ("Tribunale di Torino, sentenza 16 settembre 2025, n. 2120/2025", "n. 2120/2025"),
        ])
    func europe(text: String, expected: String) { #expect(citations(text) == [expected]) }

    @Test(
        "case numbers of Latin America",
        arguments: [
            ("Apelação Cível nº 1042318-77.2024.8.26.0100, 4ª Câmara", "1042318-77.2024.8.26.0100"),
            ("No REsp 2214879, a relatora", "REsp 2214879"), ("o REsp 2.214.879/SP", "REsp 2214879"),
            ("el amparo directo 6/2025 de la Sala", "Amparo Directo 6/2025"), ("PL nº 2.338/2023", "PL 2338/2023"),
            ("o RE 1037396, Tema 987", "RE 1037396"), ("na ADI 7.261", "ADI 7261"),
        ])
    func latinAmerica(text: String, expected: String) { #expect(citations(text) == [expected]) }

    @Test(
        "what only looks like a citation is none",
        arguments: [
            "in 2024/25 the budget", "on 12/11/2025", "24/7 support", "GPT-4 and C-3PO", "MODEL AB12 costs 250 dollars",
            "siehe S. 12", "page S.5", "the J.S. 12 street", "2024 AI 500 ranking", "(2024) No. 5", "[2024] 5 items",
            "（2024年）第12号公告", "2024다5월", "令和6年1月23日", "No. 1 in 2024", "No. 23 of 2019", "ISO/IEC 42001:2023",
            "1:30 pm", "5 B 2/3 cups", "T-shirt 12/24", "version 2.0-24", "SB-ware", "20 MB 12/24x",
            "国家互联网信息办公室令第12号", "REsp 12", "n° 1234567", "brevet européen n° 2345678", "Directive CE, 5 nov., n° 765200",
            "tel. 1042318-77",
            "amparo directo de 2025", "A4-sized 12/24",
            "2025 IP 100", "XC-90/24 car", "Spotify AB 2025 report on AI music", "Ericsson AB 2024 annual report",
            "SF 2025 AI copyright training conference", "LD 50 gates opened", "LB 12 and HF 30 radios",
            "RE 12 of the plan", "G7/2024 summit", "G7/20 leaders", "G 0/23", "WE ARE 20000 STRONG", "RE 12345 AI Act",
            "ADI 2026 outlook",
            "AI disk 12/24.5GB", "Meta data n° 2509827", "brevet, décision n° 2509827",
            "Sentenza: la circolare n. 17/2025", "R 12/2024-9", "decreto legislativo n. 123/2022",
            "ACT_5 of the play",
            "4A_412 chips", "W252 model 2284911", "Journal Vol. 5, No. 10-12", "report A10-0012/2025",
            "Volume 12 No. 10-12 of the review",
        ])
    func nearMisses(text: String) { #expect(citations(text) == []) }

    @Test(
        "a citation as a person writes it meets its normal form",
        arguments: [
            ("C‑250/25", "C-250/25"), ("Regulation (EU) 2024/1689", "EU 2024/1689"), ("HR 2794", "H.R. 2794"),
            ("  23-cv-1 ", "23-cv-00001"), ("some  matter", "some matter"),
        ])
    func normalised(text: String, expected: String) {
        #expect(Citation.normalise(text) == expected)
        #expect(Citation.normalise(expected) == expected)
    }
}
