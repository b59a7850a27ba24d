import Testing

@testable import TemplateLanguage

@Test(arguments: [0, 1, 199, 200, 201, 5000]) func `two hundred letters of a text are quoted`(length: Int) {
    let text = String(repeating: "a", count: length)
    #expect(text.quoted == (length > 200 ? String(text.prefix(200)) + "…" : text))
}
