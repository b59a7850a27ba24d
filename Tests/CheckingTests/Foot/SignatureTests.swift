import Diagnostics
import Regulations
import Testing

@testable import Checking

private let state = FormatProfile.decree30
private let party = FormatProfile.guidance05

@Test(arguments: [
    Case("GIÁM ĐỐC"), Case("TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH"),
    Case("TM. UỶ BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH"), Case("KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC"),
    Case("Q. GIÁM ĐỐC"), Case("TL. GIÁM ĐỐC|CHÁNH VĂN PHÒNG"), Case("TUQ. GIÁM ĐỐC|TRƯỞNG PHÒNG HÀNH CHÍNH"),
    Case("TL. CHỦ TỊCH|KT. CHÁNH VĂN PHÒNG|PHÓ CHÁNH VĂN PHÒNG"),
    Case("KT/GIÁM ĐỐC|PHÓ GIÁM ĐỐC", .authorityForm, mended: "KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC"),
    Case("KT GIÁM ĐỐC|PHÓ GIÁM ĐỐC", .authorityForm, mended: "KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC"),
    Case("K/T GIÁM ĐỐC|PHÓ GIÁM ĐỐC", .authorityForm, mended: "KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC"),
    Case("T/M ỦY BAN NHÂN DÂN|CHỦ TỊCH", .authorityForm, mended: "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH"),
    Case("TUQ: GIÁM ĐỐC|TRƯỞNG PHÒNG", .authorityForm, mended: "TUQ. GIÁM ĐỐC|TRƯỞNG PHÒNG"),
    Case("TM. BAN CHỈ ĐẠO|PHÓ TRƯỞNG BAN", .deputyTitle),
    Case("TM. UỶ BAN NHÂN DÂN|PHÓ CHỦ TỊCH", .deputyTitle),
    Case("TM. BAN CHỈ ĐẠO|KT. TRƯỞNG BAN|PHÓ TRƯỞNG BAN"), Case("TM. BAN CHỈ ĐẠO|TRƯỞNG BAN"),
    Case("TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN|PHÓ CHỦ TỊCH"), Case("TM. BAN THƯỜNG TRỰC|PHÓ CHỦ TỊCH"),
    Case("TM. ĐOÀN ĐẠI BIỂU QUỐC HỘI|PHÓ TRƯỞNG ĐOÀN"), Case("KT. GIÁM ĐỐC|GIÁM ĐỐC", .deputyTitle),
    Case("TM. GIÁM ĐỐC|PHÓ GIÁM ĐỐC", .collectiveOnly),
    Case("T/M. GIÁM ĐỐC|PHÓ GIÁM ĐỐC", .authorityForm, .collectiveOnly), Case("TL. GIÁM ĐỐC", .titleMissing),
    Case("TL. VỤ TRƯỞNG|PHÓ VỤ TRƯỞNG", .deputyTitle), Case("TL. BỘ TRƯỞNG|PHÓ VỤ TRƯỞNG"),
    Case("KT. GIÁM ĐỐC|PGĐ", .deputyTitle, .titleAbbreviated, mended: "KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC"),
]) func `the signer's authority is read`(row: Case) { row.checkTogether(state.faults(inAuthority:)) }

@Test(arguments: [("PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC"), ("GIÁM ĐỐC", "GIÁM ĐỐC")])
func `what is right in the place of TM. goes by who signs`(signer: String, right: String) throws {
    let faults = state.faults(inAuthority: ["TM. GIÁM ĐỐC", signer]).joined()
    #expect(try #require(faults.first).right.vietnamese == right)
}

@Test(arguments: [
    Case("T/M BAN THƯỜNG VỤ|PHÓ BÍ THƯ"), Case("K/T TRƯỞNG BAN|PHÓ TRƯỞNG BAN"), Case("TRƯỞNG BAN"),
    Case("TM. BAN THƯỜNG VỤ|BÍ THƯ", .partyAuthorityForm, mended: "T/M BAN THƯỜNG VỤ|BÍ THƯ"),
    Case("K/T BÍ THƯ|PHÓ BÍ THƯ", .partyDeputySecretary),
]) func `the signer's authority is read as the Party writes it`(row: Case) {
    row.checkTogether(party.faults(inAuthority:))
}

@Test(arguments: [
    Case("Nguyễn Văn A"), Case("Tsering Dorje"),
    Case("TS. Nguyễn Văn A", .academicTitle, mended: "Nguyễn Văn A"),
    Case("Th.s Nguyễn Văn A", .academicTitle, mended: "Nguyễn Văn A"),
    Case("PGS.TS. Nguyễn Văn A", .academicTitle, mended: "Nguyễn Văn A"),
    Case("BS.CKII Nguyễn Văn A", .academicTitle, mended: "Nguyễn Văn A"),
]) func `the signer's name is read`(row: Case) {
    row.check { state.faults(inSignerName: $0) }
    #expect(state.faults(inSignerName: row.text, titles: .allowed).isEmpty)
}
