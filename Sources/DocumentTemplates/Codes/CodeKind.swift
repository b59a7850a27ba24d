internal import TemplateLanguage

/// A picture that the engine draws of a text, to be read by a machine.
enum CodeKind: Hashable, Sendable {
    case qr
    case bar

    /// The kind that the name of an argument stands for: `{%x | ma_qr}`.
    init?(argument name: String) {
        switch name {
        case Filter.qrCodeName: self = .qr
        case Filter.barCodeName: self = .bar
        default: return nil
        }
    }

    /// The text as a picture.
    func picture(of text: String) throws(PictureSource.Fault) -> Picture {
        let drawing: Bitmap
        switch self {
        case .qr: drawing = try Bitmap(qr: text)
        case .bar: drawing = try Bitmap(bars: text)
        }
        do throws(PictureFault) { return try Picture(drawing.png) } catch { throw .picture(error) }
    }

    /// What a reader who does not see it is told.
    func description(of text: String) -> String {
        switch self {
        case .qr: "Mã QR: \(text)"
        case .bar: "Mã vạch: \(text)"
        }
    }
}
