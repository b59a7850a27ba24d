internal import CQRCode
internal import Diagnostics

extension Bitmap {
    /// The QR code of a text, with the light edge that readers need.
    init(qr text: String) throws(PictureSource.Fault) {
        let edge = 4
        let code = try QRLibrary.shared.get().modules(of: text)
        let width = code.width + 2 * edge
        var modules = [Bool](repeating: false, count: width * width)
        for row in 0..<code.width {
            for column in 0..<code.width where code.modules[row * code.width + column] == 1 {
                modules[(row + edge) * width + column + edge] = true
            }
        }
        // A module of 0.6 mm is read from a hand's breadth away, however the page was printed.
        self.init(modules, width: width, pixels: (8, 8), pixel: 0.6 / 8)
    }
}

/// libqrencode, opened when it is first needed.
@safe struct QRLibrary: @unchecked Sendable {
    private let functions: OpaquePointer

    /// Its name tells which version of its types it has.
    static let name = "libqrencode.so.4"

    // Opened once, and never closed: its functions are constants.
    static let shared: Result<QRLibrary, PictureSource.Fault> = Result { () throws(PictureSource.Fault) in
        try QRLibrary(named: name)
    }

    init(named name: String) throws(PictureSource.Fault) {
        guard let opened = unsafe qr_library_open(name) else { throw .missingLibrary(name) }
        unsafe functions = opened
    }

    /// The modules of the smallest code that holds the text, row by row, 1 for dark.
    fileprivate func modules(of text: String) throws(PictureSource.Fault) -> (width: Int, modules: [UInt8]) {
        var width = 0
        let limit = Int(QR_WIDTH_LIMIT)
        let modules = unsafe [UInt8](unsafeUninitializedCapacity: limit * limit) { room, count in
            guard let start = room.baseAddress else { return }
            width = unsafe Int(qr_encode(functions, text, start))
            count = width * width
        }
        guard width > 0 else { throw .longCode }
        return (width, modules)
    }
}
