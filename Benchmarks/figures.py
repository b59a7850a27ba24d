#!/usr/bin/env python3
"""Writes the large inputs that the speed of figures is measured on, with nothing but the standard library.

    figures.py sheet OUT.xlsx ROWS COLUMNS        a sheet of plain cells: 110000 6
    figures.py estimate DIR ITEMS xlsx|csv|yaml   a workspace whose estimate has so many items: 100000
    figures.py log DIR ROWS                       a workspace whose log has so many rows: 1000000
    figures.py units DIR UNITS ROWS               a workspace of so many units, each with a workbook: 200 500

Then, in a release build: `vanthu budget DIR --year 2026 --view theo-noi-dung --format xlsx`, `vanthu report DIR --period 2026-Q1`,
`vanthu consolidate DIR --year 2026 --format xlsx`, each under `/usr/bin/time -v`.
"""
import os
import sys
import zipfile

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def letters(column):
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def cell(row, column, value):
    place = f"{letters(column)}{row}"
    if isinstance(value, (int, float)):
        return f'<c r="{place}"><v>{value}</v></c>'
    text = str(value).replace("&", "&amp;").replace("<", "&lt;")
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def write_xlsx(path, rows, name="Dự toán"):
    types = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
    )
    relation = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr(
            "_rels/.rels",
            f'{relation}<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'{relation}<Relationship Id="r1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<?xml version="1.0"?><workbook xmlns="{SHEET}" xmlns:r="{RELATIONS}"><sheets>'
            f'<sheet name="{name}" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(f'<?xml version="1.0"?><worksheet xmlns="{SHEET}"><sheetData>'.encode())
            for number, row in enumerate(rows, 1):
                cells = "".join(cell(number, column, value) for column, value in enumerate(row))
                part.write(f'<row r="{number}">{cells}</row>'.encode())
            part.write(b"</sheetData></worksheet>")


def workspace(folder, units):
    os.makedirs(f"{folder}/du-toan", exist_ok=True)
    listed = "".join(f"  - {{ma: D{unit}, ten: Đơn vị số {unit}}}\n" for unit in range(units))
    files = {
        "co-quan.yaml": f"""ten: Sở Khoa học và Công nghệ
ten_day_du: Sở Khoa học và Công nghệ tỉnh A
viet_tat: SKHCN
chu_quan: UBND tỉnh A
dia_danh: Tỉnh A
don_vi:
{listed}lanh_dao:
  - {{ma: gd, ho_ten: Nguyễn Văn A, chuc_vu: Giám đốc}}
""",
        "ke-hoach.yaml": """so:
ngay:
nam_ban_hanh: 2026
trich_yeu: [Tuyên truyền trên không gian mạng]
thuc_hien: Công văn số 12-CV/BTGDVTU
muc_dich: [Nâng cao nhận thức.]
yeu_cau: [Phân công cụ thể.]
pham_vi: {mo_ta: "Trên các trang mạng, bao gồm:", kenh: [{ma: cong, ten: Cổng thông tin, loai: trang}]}
thoi_gian: 2026-2027
giai_doan: [{tu: 2026, den: 2027}]
noi_dung:
  - {ma: tin-bai, ten: Đăng tải tin bài, doan: [Biên tập tin bài.], thoi_gian: 2026-2027, chu_tri: D0, ket_qua: Tin bài}
giai_phap: [Tăng cường chỉ đạo.]
kinh_phi: [Kinh phí được bố trí trong dự toán.]
to_chuc_thuc_hien: [{don_vi: D0, doan: ["- Chủ trì."]}]
noi_nhan: [Lãnh đạo Sở]
luu: VT
ky: gd
""",
    }
    for name, text in files.items():
        with open(f"{folder}/{name}", "w", encoding="utf-8") as file:
            file.write(text)


KEYS = "nam: 2026\nnguon: [{ma: NST, ten: Ngân sách tỉnh}]\n"
HEADS = ["STT", "Nội dung chi", "ĐVT", "Số lượng", "Đơn giá", "Nguồn kinh phí", "Nội dung kế hoạch"]


def items(count):
    for number in range(1, count + 1):
        yield [number, f"Khoản chi số {number}", "người", number % 9 + 1, 100000 + number, "NST", "tin-bai"]


def estimate(folder, count, kind):
    workspace(folder, 1)
    with open(f"{folder}/du-toan/2026.yaml", "w", encoding="utf-8") as file:
        file.write(KEYS)
        if kind == "yaml":
            file.write("muc:\n")
            for _, title, unit, quantity, price, source, task in items(count):
                file.write(
                    f"  - {{noi_dung_chi: {title}, dvt: {unit}, so_luong: {quantity}, don_gia: {price}, nguon: {source}, noi_dung: {task}}}\n"
                )
    if kind == "csv":
        with open(f"{folder}/du-toan/2026.csv", "w", encoding="utf-8") as file:
            file.write(";".join(HEADS) + "\n")
            for row in items(count):
                file.write(";".join(map(str, row)) + "\n")
    if kind == "xlsx":
        write_xlsx(f"{folder}/du-toan/2026.xlsx", [HEADS, *items(count)])


def units(folder, count, rows):
    workspace(folder, count)
    with open(f"{folder}/du-toan/2026.yaml", "w", encoding="utf-8") as file:
        file.write(KEYS)
    os.makedirs(f"{folder}/du-toan/2026", exist_ok=True)
    for unit in range(count):
        own = ([row[0], f"{row[1]} của D{unit}", *row[2:]] for row in items(rows))
        write_xlsx(f"{folder}/du-toan/2026/D{unit}.xlsx", [HEADS, *own])


def log(folder, count):
    workspace(folder, 40)
    with open(f"{folder}/chi-tieu.yaml", "w", encoding="utf-8") as file:
        file.write("chi_tieu:\n")
        for number in range(20):
            file.write(
                f'  - {{ma: c{number}, ten: Chỉ tiêu {number}, dvt: lượt, loai: phat_sinh, noi_dung: tin-bai, ke_hoach: {{2026: 1000000}}, cau: "đã có {{so}} lượt"}}\n'
            )
    with open(f"{folder}/bao-cao.yaml", "w", encoding="utf-8") as file:
        file.write(
            "kinh_gui: [Tỉnh ủy]\ntrich_yeu: Kết quả {ky}\nmo_dau: Sở báo cáo {ky} như sau\nket: Trên đây là báo cáo\n"
            "noi_nhan: [Như trên]\nluu: VT\nky: gd\nky_bao_cao: [{ky: 2026-Q1, phuong_huong: [Tiếp tục.]}]\n"
        )
    with open(f"{folder}/hoat-dong.csv", "w", encoding="utf-8") as file:
        file.write("ngay,don_vi,noi_dung,kenh,chi_tieu,so_luong,ghi_chu\n")
        for number in range(count):
            month, day = number % 12 + 1, number // 12 % 28 + 1
            file.write(f"2026-{month:02}-{day:02},D{number % 40},tin-bai,cong,c{number % 20},{number},\n")


def main(arguments):
    match arguments:
        case ["sheet", path, rows, columns]:
            cells = ([f"Ô {row % 500}" if column == 0 else row * column for column in range(int(columns))] for row in range(int(rows)))
            write_xlsx(path, cells)
        case ["estimate", folder, count, kind]:
            estimate(folder, int(count), kind)
        case ["log", folder, count]:
            log(folder, int(count))
        case ["units", folder, count, rows]:
            units(folder, int(count), int(rows))
        case _:
            sys.exit(__doc__)


main(sys.argv[1:])
