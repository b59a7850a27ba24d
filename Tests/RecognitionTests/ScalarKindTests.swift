import Testing

@testable import Recognition

@Test func `capitals and small letters are told by their numbers as by Unicode's tables`() {
    let scalars = (0...0x1FFF).compactMap { Unicode.Scalar($0 as UInt32) }
    #expect(scalars.filter { $0.isUpper != $0.properties.isUppercase } == [])
    #expect(scalars.filter { $0.isLower != $0.properties.isLowercase } == [])
}
