import Regulations
import Testing

@testable import Checking

private let state = FormatProfile.decree30

@Test(arguments: [
    Case("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), Case("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    Case(
        "CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM", .nationalTitleWording,
        mended: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
]) func `the nation's title is read`(row: Case) { row.check { state.faults(inTitle: $0) } }

@Test(arguments: [
    Case("Độc lập - Tự do - Hạnh phúc"),
    Case("Độc lập – Tự do – Hạnh phúc", .mottoWording, mended: "Độc lập - Tự do - Hạnh phúc"),
    Case("Độc lập-Tự Do-Hạnh phúc.", .mottoWording, mended: "Độc lập - Tự do - Hạnh phúc"),
]) func `the motto is read`(row: Case) { row.check { state.faults(inMotto: $0) } }
