import Regulations
import Testing

@testable import Checking

private let state = FormatProfile.decree30

@Test(arguments: [
    Case(
        "I. MỤC ĐÍCH|1. Mục đích|2. Yêu cầu|II. NỘI DUNG|1. Tập huấn|a) Một|b) Hai|c) Ba|d) Bốn|đ) Năm|e) Sáu"
    ), Case("Điều 1. Phạm vi|1. Một|2. Hai|Điều 2. Đối tượng|1. Một"),
    Case("Kinh phí 1.234.567 đồng|1/2 số đơn vị|- Một|+ Hai"), Case("I. A|II. B|IV. C", .numberingGap),
    Case("1. A|2. B|2. C", .numberingRepeat), Case("a) A|b) B|c) C|d) D|e) E", .numberingGap),
    Case("a) A|f) B", .numberingLetter),
    Case("I/ A|1) B|a. C", .numberingStyle, .numberingStyle, .numberingStyle, mended: "I. A|1. B|a) C"),
    Case("Điều 1. A|Điều 3. B", .numberingGap), Case("2. A|3. B|4. C", .numberingGap),
    Case("b) A|c) B", .numberingGap), Case("II. A|III. B", .numberingGap),
    Case("I. A|2. B|3. C|II. D|2. E|3. F", .numberingGap, .numberingGap), Case("2. A|Tiếp theo"),
    Case("2. A|II. B|3. C"), Case("3. A|4. B"), Case("Điều 2. A|Điều 3. B"),
    Case("I. A|1. B|2. C|II. D|3. E|4. F"), Case("0. A|1. B|2. C"), Case("1. A|2. B|0. C|1. D|2. E"),
    // A list right under an item of its own level is inside it.
    Case("1. Mục đích|1. Một|2. Hai|2. Yêu cầu|1. Một|2. Hai|3. Ba|3. Phạm vi|4. Kinh phí"),
    Case("a) Một|a) Một|b) Hai|b) Hai"), Case("1. A|1. B|2. C|3. D|2. E|4. F", .numberingGap),
    Case("1. A|1. B|2. C|2. D|2. E", .numberingRepeat),
    Case("1. A|Bước một.|1. B|2. C|2. D", .numberingRepeat), Case("1. A|1. B|2. C|4. D", .numberingGap),
    Case("I.Tổng quan|II. A|III. B"), Case("1/Một|2. A|3. B"), Case("a)Một|b) A|c) B"),
    Case("1.Một|2.Hai|3. B"), Case("A.Bình|2. A|3. B", .numberingGap),
]) func `numbers follow one another`(row: Case) { row.checkTogether(state.faults(inNumbering:)) }
