internal import Charts
internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import Values
internal import XMLTree

/// Pictures and charts of the data, each of the size its tag asks for.
extension GeneratedParts {
    func picture(_ text: String, at context: InsertionContext, in part: String, _ words: TagSource)
        throws(Failure) -> [Node]
    {
        // Data that say there is none, or a tag that is kept.
        guard !text.isEmpty else { return [] }
        let site = site(context, in: part)
        guard text != words.whole else { return [plan.dialect.insertions.kept(text, site)] }
        let arguments = try PictureArguments(context.arguments, of: words)
        let found = try self.found(text, as: context.code, words)
        let description = arguments.description ?? context.code?.description(of: text) ?? found.name
        let picture = PlacedPicture(
            found: found, size: size(of: found.picture, arguments, at: context),
            description: description ?? "", name: text, words: words)
        return [.element(try plan.dialect.insertions.picture(picture, site))]
    }

    /// The picture that data name, or the code that is drawn of them.
    func found(_ text: String, as code: CodeKind?, _ words: TagSource) throws(Failure) -> PictureSource.Found
    {
        let key = PictureKey(text: text, code: code)
        let result: Result<PictureSource.Found, PictureSource.Fault>
        if let kept = known[key] {
            result = kept
        } else {
            do throws(PictureSource.Fault) {
                if let code {
                    let drawn = try code.picture(of: text)
                    result = .success(PictureSource.Found(picture: drawn, fallback: nil, name: nil))
                } else {
                    result = .success(try source.picture(named: text))
                }
            } catch { result = .failure(error) }
            known[key] = result
        }
        switch result {
        case .success(let found): return found
        case .failure(let fault): throw Failure(.picture(fault, text, words))
        }
    }

    /// The size by the tag, by the frame it stands in, or the picture's own, never wider than the room there is.
    private func size(of picture: Picture, _ arguments: PictureArguments, at context: InsertionContext)
        -> PictureSize
    {
        var size = picture.size
        if let width = arguments.width, let height = arguments.height, !arguments.fits {
            size = PictureSize(width: width, height: height)
        } else if arguments.width != nil || arguments.height != nil {
            size = size.scaled(toWidth: arguments.width, height: arguments.height)
        } else if let placeholder = context.surroundings.placeholder {
            if let frame = plan.dialect.insertions.frame(placeholder) {
                return size.scaled(toWidth: frame.width, height: frame.height)
            }
        }
        return fitted(size, at: context, keepsHeight: arguments.height != nil)
    }

    /// The size within the room that its paragraph has; of a height that nobody asked for, within a page too.
    func fitted(_ size: PictureSize, at context: InsertionContext, keepsHeight: Bool) -> PictureSize {
        var size = size
        let known = context.surroundings.availableMillimetres.flatMap { $0 > 1 ? $0 : nil }
        let room = known ?? (keepsHeight ? PictureSize.longestSide : PictureSize.usualRoom.width)
        if size.width > room { size = size.scaled(toWidth: room, height: nil) }
        if !keepsHeight, size.height > PictureSize.usualRoom.height {
            size = size.scaled(toWidth: nil, height: PictureSize.usualRoom.height)
        }
        return size.onOnePage
    }

    // MARK: Charts

    func chart(_ value: Value, at context: InsertionContext, in part: String, _ words: TagSource)
        throws(Failure) -> [Node]
    {
        let site = site(context, in: part)
        guard value != .text(words.whole) else { return [plan.dialect.insertions.kept(words.whole, site)] }
        let arguments = try ChartArguments(context.arguments, of: words)
        let parted = context.hasChartTexts ? Filter.parted(value) : (figures: value, texts: [])
        let title = arguments.takesTitle ? parted.texts.first : nil
        let table = try FigureTable(
            parted.figures, labels: arguments.labels, numbers: arguments.numbers, words)
        // Data that say there is nothing to show.
        guard !table.labels.isEmpty else { return [] }
        guard table.labels.count * table.columns.count <= ChartArguments.pointLimit else {
            throw Failure(.longChart(words))
        }
        let chart = arguments.chart(of: table, title: title)
        if chart.kind == .pie,
            let negative = chart.series[0].values.firstIndex(where: { $0?.hasPrefix("-") ?? false })
        {
            throw Failure(.negativePie(chart.categories[negative], words))
        }
        let usual = PlacedChart.usualSize
        var size = PictureSize(
            width: arguments.picture.width ?? usual.width, height: arguments.picture.height ?? usual.height)
        if arguments.picture.width == nil, arguments.picture.height == nil,
            let frame = context.surroundings.placeholder.flatMap(plan.dialect.insertions.frame)
        {
            size = frame
        } else {
            size = fitted(size, at: context, keepsHeight: arguments.picture.height != nil)
        }
        let placed = PlacedChart(
            chart: chart, size: size, description: arguments.description(of: chart),
            drawnTexts: Array(parted.texts.dropFirst(title == nil ? 0 : 1)))
        return [.element(try plan.dialect.insertions.chart(placed, site))]
    }

    /// The template's chart that a relationship of a part leads to.
    func drawnChart(_ relationship: String, in part: String) -> DrawnChart? {
        plan.drawnCharts[part]?[relationship]
    }

    /// Adds a chart of a Word package with its workbook; returns the part's name.
    func addWordChart(_ part: Element, workbook: [UInt8]) -> String {
        files.add(wordChart: part, workbook: workbook, prefix: plan.chartPrefix)
    }

    /// Adds a chart of an OpenDocument package; returns the object's name.
    func addChartObject(_ content: Element) -> String {
        files.add(chartObject: content, prefix: plan.chartPrefix)
    }

    /// The entry that holds the picture's bytes, one for all places it stands in.
    func entry(of picture: Picture) -> String { files.add(picture, prefix: plan.picturePrefix) }
}
