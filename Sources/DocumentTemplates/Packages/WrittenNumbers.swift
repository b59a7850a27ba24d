extension String {
    /// A whole number that counts or numbers something in a document.
    ///
    /// A file can say any number; those past a thousand million are none, so that what is computed from the others
    /// stays a number.
    var writtenCount: Int? { Int(self).flatMap { $0.magnitude <= 1 << 30 ? $0 : nil } }

    /// A measure that a document gives, in whatever unit; none where it is past all pages.
    var writtenMeasure: Double? { Double(self).flatMap { $0.magnitude <= 1e9 ? $0 : nil } }
}

extension Double {
    /// A length in millimetres as one that a page can hold: above nothing, up to five metres.
    var onPage: Double { self < 5000 ? Swift.max(self, 0.01) : 5000 }
}
