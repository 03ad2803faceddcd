extension MonthNames {
    static let asian: [Table] = [
        Table(
            "ar",
            """
            يناير كانون_الثاني جانفي|فبراير شباط فيفري|مارس آذار|أبريل إبريل نيسان أفريل|مايو أيار ماي|\
            يونيو يونيه حزيران جوان|يوليو يوليه تموز جويلية يوليوز|أغسطس آب أوت غشت|سبتمبر أيلول شتنبر|\
            أكتوبر تشرين_الأول|نوفمبر تشرين_الثاني نونبر|ديسمبر كانون_الأول دجنبر
            """),
        Table(
            "fa",
            """
            ژانویه ژانویهٔ|فوریه|مارس|آوریل|مه می|ژوئن|ژوئیه جولای|اوت آگوست|سپتامبر|اکتبر|نوامبر|دسامبر
            """),
        Table(
            "ur",
            """
            جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر
            """),
        Table(
            "he",
            """
            ינואר בינואר|פברואר בפברואר|מרץ במרץ מרס במרס|אפריל באפריל|מאי במאי|יוני ביוני|יולי ביולי|\
            אוגוסט באוגוסט|ספטמבר בספטמבר|אוקטובר באוקטובר|נובמבר בנובמבר|דצמבר בדצמבר
            """),
        Table(
            "hi",
            """
            जनवरी जन|फ़रवरी फरवरी फर|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर सितम्बर|अक्टूबर अक्तूबर|नवंबर नवम्बर|\
            दिसंबर दिसम्बर
            """),
        Table(
            "bn",
            """
            জানুয়ারি জানুয়ারী|ফেব্রুয়ারি ফেব্রুয়ারী|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট|সেপ্টেম্বর|অক্টোবর|নভেম্বর|ডিসেম্বর
            """),
        Table(
            "id",
            """
            januari jan|februari pebruari feb peb|maret mar mrt|april apr|mei|juni jun|juli jul|agustus agu agt|\
            september sep sept|oktober okt|november nopember nov nop|desember des
            """),
        Table(
            "ms",
            """
            januari jan|februari feb|mac|april apr|mei|jun|julai jul|ogos ogo|september sep|oktober okt|november nov|\
            disember dis
            """),
        Table(
            "tl",
            """
            enero|pebrero|marso|abril|mayo|hunyo|hulyo|agosto|setyembre|oktubre|nobyembre|disyembre
            """),
        Table(
            "th",
            """
            มกราคม ม.ค|กุมภาพันธ์ ก.พ|มีนาคม มี.ค|เมษายน เม.ย|พฤษภาคม พ.ค|มิถุนายน มิ.ย|กรกฎาคม ก.ค|สิงหาคม ส.ค|\
            กันยายน ก.ย|ตุลาคม ต.ค|พฤศจิกายน พ.ย|ธันวาคม ธ.ค
            """),
        Table(
            "vi",
            """
            tháng_một tháng_giêng|tháng_hai|tháng_ba|tháng_tư|tháng_năm|tháng_sáu|tháng_bảy|tháng_tám|tháng_chín|\
            tháng_mười|tháng_mười_một|tháng_mười_hai tháng_chạp
            """),
        Table(
            "sw",
            """
            januari|februari|machi|aprili|mei|juni|julai|agosti|septemba|oktoba|novemba|desemba
            """),
    ]
}
