import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// The code of another department, or of a committee, in a number of the Sở Khoa học và Công nghệ.
@Test(arguments: [
    ("Số: 05/KH-SKHCN", false), ("Số: 05/KH-SXD", true), ("Số: 05/KH-STNMT", true), ("Số: 05/KH-SYT", true),
    ("Số: 05/KH-UBND", true), ("Số: 05/KH-HĐND", true), ("Số: 05/KH-SKHCN-SXD", false),
    ("Số: 05/KH-VP", false), ("Số: 05/KH-SK", false), ("Số: 05/KH-BTC", false),
]) func `a code that is plainly another's is told`(number: String, isTold: Bool) throws {
    for format in OfficeFormat.allCases {
        var document = RightDocuments.plan
        document.replace(Mutation.number, with: number)
        let told = OfficialCheck(of: try document.read(as: format)).findings.map(\.rule)
        #expect(told.contains(.agencyCode) == isTold, "\(told.map(\.code.rawValue))")
    }
}
