internal import DataFiles
internal import Diagnostics
internal import Values
package import VietnameseText

/// Names of bodies and places that are known to be written in one way, and those that are no more.
package struct KnownNames: Hashable, Sendable {
    /// Bodies with the capitals they have.
    package var agencies: [String] = []
    /// Laws with the capitals they have.
    package var laws: [String] = []
    /// Provinces, before whose names the unit word is in lower case.
    package var provinces: [String] = []
    /// Places whose unit word has become a part of the name.
    package var properPlaces: [String] = []
    /// Orders, titles and holidays with the capitals they have.
    package var titles: [String] = []
    /// Offices that somebody holds, with the capitals they have within a sentence once they begin with one.
    package var positions: [String] = []
    package var former: [Former] = []

    package init() {}

    /// A body or unit that is no more.
    package struct Former: Hashable, Sendable {
        package var name: String
        /// The first day it was no more.
        package var end: CalendarDate
        /// What there is in its place.
        package var now: String

        package init(name: String, end: CalendarDate, now: String) {
            (self.name, self.end, self.now) = (name, end, now)
        }
    }

    package static let shipped: KnownNames = ShippedData.value(
        of: PackageResources.co_quan_yaml, file: "co-quan.yaml", as: form)

    private static let form: DataForm<KnownNames> = .record(
        Wording("tên cơ quan, địa danh", en: "names of bodies and places"), blank: KnownNames(),
        fields(.required))

    /// The shipped file has every list, an office's own those it needs.
    static func fields(_ presence: FieldDescription.Presence) -> [DataField<KnownNames>] {
        let fields: [DataField<KnownNames>] = [
            .optional("co_quan", keeping: \.agencies, .list(of: .text), "Cơ quan, viết hoa đúng như ở đây."),
            .optional("luat", keeping: \.laws, .list(of: .text), "Tên luật, viết hoa đúng như ở đây."),
            .optional("tinh", keeping: \.provinces, .list(of: .text), "Tỉnh; chữ tỉnh ở trước viết thường."),
            .optional(
                "ten_rieng", keeping: \.properPlaces, .list(of: .text), "Danh từ chung đã thành tên riêng."),
            .optional(
                "danh_hieu", keeping: \.titles, .list(of: .text),
                "Huân chương, danh hiệu, ngày lễ, viết hoa đúng như ở đây."),
            .optional(
                "chuc_vu", keeping: \.positions, .list(of: .text),
                "Chức vụ, viết hoa đúng như ở đây khi đã viết hoa chữ đầu."),
            .optional("thoi_hoat_dong", keeping: \.former, Former.listForm, "Đơn vị thôi hoạt động."),
        ]
        return fields.map { $0.presence(presence) }
    }
}

extension KnownNames.Former {
    fileprivate static let listForm: DataForm<[Self]> = .keyed(
        Wording("tên: {tu: ngày, nay: …}", en: "a name: {tu: a date, nay: …}"), id: \.name,
        read: { entry, _, reading in
            guard var former = form.read(entry.value, nil, &reading) else { return nil }
            former.name = entry.key
            return former
        }, write: { form.write($0) })

    private static let form: DataForm<Self> = .record(
        Wording("{tu: ngày, nay: …}", en: "{tu: a date, nay: …}"),
        blank: Self(name: "", end: .distantPast, now: ""),
        [
            .required("tu", \.end, .date, "Ngày đầu tiên không còn."),
            .required("nay", \.now, .text, "Nay là gì."),
        ])
}
