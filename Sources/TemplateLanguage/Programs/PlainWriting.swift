/// The short way: bytes of the program, texts with nothing special about them, and the next item of a section.
///
/// Most of a document is made of these. They are written straight into the room behind the output, without a look at everything else that
/// an instruction may be.
extension Renderer {
    /// Writes while nothing else comes, until at least `count` bytes are written or there is no room for the next ones.
    mutating func writePlainly(_ count: Int, to output: inout [UInt8]) {
        guard waiting == 0 else { return }
        let room = max(1 << 12, output.capacity - output.count)
        let before = output.count
        let sites = program.sites
        output.append(addingCapacity: room) { output in
            while output.count < count, position < program.instructions.count {
                switch program.instructions[position] {
                case .bytes(let range):
                    guard output.append(program.bytes, range) else { return }
                    position += 1
                case .emit(let site, let style):
                    guard !program.styles[style].isAddress,
                        scope.appendPlainText(of: sites[site].name, site: site, to: &output)
                    else { return }
                    position += 1
                case .leave(let enter): position = scope.advance() ? again(enter) : position + 1
                case .insert, .inset, .enter, .otherwise, .openOptional, .closeOptional, .openFilled,
                    .closeFilled, .compute, .merge, .jump, .assign, .openGrid, .grid, .lateStyles, .openAside,
                    .closeAside:
                    return
                }
            }
        }
        written += output.count - before
    }
}
