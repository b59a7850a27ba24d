"""test-web.py SERVE   The tasks of a clerk in a browser, each with and without JavaScript; prints a line for each."""

import io, os, pathlib, shutil, subprocess, sys, tempfile, time, zipfile
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, sync_playwright

SERVE = sys.argv[1]
ROOT = pathlib.Path(__file__).resolve().parent.parent
HAS_PAGES = shutil.which('soffice') and shutil.which('pdftoppm') and os.path.exists(os.path.dirname(SERVE) + '/vanthu-office')
SHOTS = ROOT / 'output' / 'trang-web-anh'


class Office:
    """A server over a copy of an example."""

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix='vanthu-web-')
        shutil.copytree(ROOT / 'examples' / 'skhcn-dak-nong', self.folder + '/ho-so')
        shutil.copytree(ROOT / 'examples' / 'ba-don-vi-ba-nam', self.folder + '/ba-don-vi')
        self.process = subprocess.Popen([SERVE, self.folder, '--listen', '127.0.0.1:0', '--quiet'], stdout=subprocess.PIPE, text=True)
        self.link = self.process.stdout.readline().strip()
        self.base = self.link.split('?')[0]
        return self

    def __exit__(self, *_):
        self.process.terminate()
        began = time.time()
        self.process.wait(10)
        assert time.time() - began < 4, 'it does not end in good order'
        shutil.rmtree(self.folder)


class Clerk:
    def __init__(self, browser, office, width, script):
        self.office = office
        self.name = f'{width} px, {"with" if script else "without"} JavaScript'
        self.context = browser.new_context(viewport={'width': width, 'height': 900}, java_script_enabled=script, accept_downloads=True)
        self.page = self.context.new_page()
        self.page.set_default_timeout(90_000)
        self.script = script
        self.page.on('console', lambda message: self.problem(message.text) if message.type == 'error' and 'status of 4' not in message.text else None)
        self.page.on('pageerror', lambda error: self.problem(str(error)))

    def problem(self, text):
        raise AssertionError(text)

    def go(self, path):
        answer = self.page.goto(self.office.base + path)
        self.page.wait_for_load_state()
        return answer

    def look(self, name):
        """No violation of accessibility, nothing wider than the window; a picture is kept."""
        if self.script:
            found = Axe().run(self.page).response['violations']
            assert not found, (name, [(each['id'], [node['target'] for node in each['nodes']][:3]) for each in found])
            wide = self.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
            assert wide <= 0, f'{name} is {wide} px wider than the window'
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=str(SHOTS / f'{name}-{self.page.viewport_size["width"]}{"" if self.script else "-khong-js"}.png'), full_page=True)

    def download(self, press):
        with self.page.expect_download(timeout=90_000) as waiting:
            press()
        return pathlib.Path(waiting.value.path()).read_bytes(), waiting.value.suggested_filename


def fill(clerk):
    page = clerk.page
    clerk.go('dien/cong-van')
    clerk.look('dien')
    page.fill('[name="d.luu"]', '')
    page.click('button[value=docx]')
    page.wait_for_selector('[role=alert]')
    assert page.get_attribute('[name="d.luu"]', 'aria-invalid') == 'true'
    for name, text in {
        'd.co_quan.ten': 'Sở Khoa học và Công nghệ', 'd.co_quan.chu_quan': 'UBND tỉnh A', 'd.ky_hieu': 'SKHCN-VP', 'd.dia_danh': 'Tỉnh A',
        'd.ngay_ban_hanh': '09/02/2026', 'd.trich_yeu': 'góp ý dự thảo Kế hoạch', 'd.kinh_gui': 'Sở Tài chính\nSở Nội vụ',
        'd.doan': 'Sở Khoa học và Công nghệ đề nghị các cơ quan góp ý  dự thảo.', 'd.ket': 'Trân trọng', 'd.noi_nhan': 'Như trên', 'd.luu': 'VT',
        'd.ky.dong': 'GIÁM ĐỐC', 'd.ky.ho_ten': 'Nguyễn Văn An',
    }.items():
        page.fill(f'[name="{name}"]', text)
    # The doubled blank is told once; who presses again has the letter as it is.
    page.click('button[value=docx]')
    page.wait_for_selector('.canh-bao[role=alert]')
    clerk.look('dien-nhac')
    letter, name = clerk.download(lambda: page.click('button[value=docx]'))
    assert letter[:2] == b'PK' and name == 'cong-van.docx'
    clerk.go('dien/cong-van')
    assert page.input_value('[name="d.trich_yeu"]') == 'góp ý dự thảo Kế hoạch'
    if HAS_PAGES:
        page.click('button[value=pdf]')
        page.wait_for_selector('.canh-bao[role=alert]')
        pdf, _ = clerk.download(lambda: page.click('button[value=pdf]'))
        assert pdf[:5] == b'%PDF-'
    return letter


def check(clerk, letter):
    page = clerk.page
    clerk.go('kiem-tra')
    clerk.look('kiem-tra')
    page.set_input_files('#tep', {'name': 'Công văn góp ý.docx', 'mimeType': 'application/octet-stream', 'buffer': letter})
    page.click('form.the button')
    page.wait_for_selector('ol.nhan-xet', timeout=120_000)
    clerk.look('ket-qua')
    if HAS_PAGES:
        assert page.locator('figure.trang').count() >= 1 and page.locator('svg a.dau').count() >= 1
        picture = page.request.get(clerk.office.base + page.get_attribute('figure.trang img', 'src')[1:])
        assert picture.ok and picture.body()[:2] == b'\xff\xd8'
    page.click('details summary')
    mended, name = clerk.download(lambda: page.click('text=Tải bản đã sửa'))
    assert mended[:2] == b'PK' and name == 'Công văn góp ý-da-sua.docx', name
    remarks, _ = clerk.download(lambda: page.click('text=Tải bản có nhận xét'))
    assert remarks[:2] == b'PK'


def paste(page, field, text):
    page.focus(f'[name="{field}"]')
    page.evaluate('''text => {
        const data = new DataTransfer();
        data.setData('text/plain', text);
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }''', text)


def edit(clerk):
    page = clerk.page
    clerk.go('ho-so')
    clerk.look('ho-so')
    page.click('main a >> text=ho-so')
    page.wait_for_load_state()
    clerk.look('mot-ho-so')
    page.click('main a >> text=Kế hoạch')
    page.wait_for_load_state()
    clerk.look('sua')
    plan = pathlib.Path(clerk.office.folder, 'ho-so', 'ke-hoach.yaml')
    before = plan.read_text().split('\n')
    year = '2021' if 'nam_ban_hanh: 2020' in before else '2020'
    page.fill('[name="f.nam_ban_hanh"]', year)
    page.click('form[data-giu] .dinh button')
    page.wait_for_selector('.thong-bao.tot')
    after = plan.read_text().split('\n')
    assert [new for old, new in zip(before, after) if old != new] == [f'nam_ban_hanh: {year}'] and len(before) == len(after)
    # Enter saves, wherever the buttons stand that add, move and remove.
    clerk.go('ho-so/ho-so/sua?tep=du-toan/2022.yaml&o=muc.2')
    estimate = pathlib.Path(clerk.office.folder, 'ho-so', 'du-toan', '2022.yaml')
    before = estimate.read_text()
    basis = f'Căn cứ {page.viewport_size["width"]} {int(clerk.script)}'
    page.fill('[name="f.can_cu"]', basis)
    page.press('[name="f.can_cu"]', 'Enter')
    page.wait_for_selector('.thong-bao.tot')
    after = estimate.read_text()
    assert basis in after and after.count('noi_dung_chi') == before.count('noi_dung_chi') and abs(after.count('\n') - before.count('\n')) <= 1
    # What holds something is asked about before it goes.
    clerk.go('ho-so/ho-so/sua?tep=du-toan/2022.yaml&o=muc.1')
    page.click('button[name=xoa] >> nth=0')
    page.wait_for_load_state()
    clerk.look('xoa')
    page.click('text=Không xóa')
    page.wait_for_load_state()
    assert estimate.read_text() == after
    # A fault stands at its field.
    clerk.go('ho-so/ho-so/sua?tep=ke-hoach.yaml&o=noi_dung.0')
    right = page.input_value('[name="f.chu_tri"]')
    page.fill('[name="f.chu_tri"]', 'KHONG_CO')
    page.click('form[data-giu] .dinh button')
    page.wait_for_selector('[name="f.chu_tri"][aria-invalid=true]')
    clerk.look('sua-loi')
    page.fill('[name="f.chu_tri"]', right)
    page.click('form[data-giu] .dinh button')
    page.wait_for_selector('.thong-bao.tot')
    assert page.locator('[name="f.chu_tri"][aria-invalid=true]').count() == 0
    clerk.go('ho-so/ho-so/bang?tep=hoat-dong.csv')
    clerk.look('bang')
    if clerk.script:
        # What is longer than the page is told where rows follow, and gets rows of its own on the last one.
        last = page.locator('table.luoi tbody tr').count() - 1
        paste(page, f'g.{last}.ghi_chu', 'một\nhai\nba\n')
        assert 'Số dòng chưa dán: 2.' in page.inner_text('.thong-bao')
        clerk.go(f'ho-so/ho-so/bang?tep=hoat-dong.csv&tu={last + 1}')
        last += page.locator('table.luoi tbody tr').count()
        paste(page, f'g.{last}.ghi_chu', 'một\nhai\nba\n')
        assert page.input_value(f'[name="g.{last + 2}.ghi_chu"]') == 'ba'
        clerk.go('ho-so/ho-so/bang?tep=hoat-dong.csv')
        paste(page, 'g.0.so_luong', '11\tdán từ Excel\n12\tdòng hai\n')
        assert page.input_value('[name="g.1.ghi_chu"]') == 'dòng hai'
        paste_estimate(clerk)
        clerk.go('ho-so/ho-so/bang?tep=hoat-dong.csv')
        paste(page, 'g.0.so_luong', '11\tdán từ Excel\n12\tdòng hai\n')
        page.click('text=Lưu bảng')
        page.wait_for_load_state()
        assert 'dán từ Excel' in pathlib.Path(clerk.office.folder, 'ho-so', 'hoat-dong.csv').read_text()
    clerk.go('ho-so/ho-so/phien-ban')
    clerk.look('phien-ban')
    page.click('tbody a >> nth=0')
    page.wait_for_load_state()
    clerk.look('so-sanh')


def paste_estimate(clerk):
    """Amounts are computed as one types; what Excel copies goes where its headings say, and what has no place is told."""
    page = clerk.page
    clerk.go('ho-so/ho-so/bang?tep=du-toan/2022.yaml&o=muc.1.muc')
    clerk.look('bang-du-toan')
    total = '[data-cong=thanh_tien]'
    assert page.inner_text(total) == '19.200.000', page.inner_text(total)
    page.fill('[name="g.0.don_gia"]', '1tr5')
    page.wait_for_selector(f'{total}:text-is("21.200.000")')
    assert page.get_attribute('[name="g.0.thanh_tien"]', 'placeholder') == '6.000.000'
    page.fill('[name="g.0.don_gia"]', '1.5')
    page.wait_for_selector('[name="g.0.don_gia"][aria-invalid=true]')
    assert 'chưa tính được' in page.inner_text(total)
    rows = page.locator('table.luoi tbody tr').count()
    new = rows - 10
    cell = '"Thuê hội trường\n(đã gồm ""máy chiếu"")"'
    paste(page, f'g.{new}.dvt', f'STT\tNội dung\tSL\tĐVT\tĐơn giá (đồng)\tThành tiền\tCăn cứ\n1\t{cell}\t2\tngày\t1.500.000\t\tTheo báo giá\n')
    value = lambda key: page.input_value(f'[name="g.{new}.{key}"]')
    assert value('noi_dung_chi') == 'Thuê hội trường (đã gồm "máy chiếu")', value('noi_dung_chi')
    assert (value('so_luong'), value('dvt'), value('don_gia'), value('can_cu')) == ('2', 'ngày', '1.500.000', 'Theo báo giá')
    assert 'STT (1)' in page.inner_text('.bang-cuon .thong-bao')
    # Without headings columns go one by one, and those beyond the last are told.
    last = page.locator('table.luoi thead th').count() - 2
    key = page.locator(f'[name^="g.{new + 1}."]').nth(last).get_attribute('name')
    paste(page, key, 'trong\tngoài\n')
    assert 'ngoài' in page.inner_text('.bang-cuon .thong-bao')
    clerk.look('bang-du-toan-dan')


def documents(clerk):
    page = clerk.page
    clerk.go('ho-so/ho-so/van-ban')
    clerk.look('van-ban')
    clerk.go('ho-so/ho-so/van-ban/ke-hoach')
    if HAS_PAGES:
        page.wait_for_selector('figure.trang img', timeout=120_000)
    clerk.look('xem')
    for value, start in [('docx', b'PK'), ('odt', b'PK')] + ([('pdf', b'%PDF'), ('pdfa', b'%PDF'), ('zip', b'PK')] if HAS_PAGES else []):
        made, name = clerk.download(lambda: page.click(f'button[value={value}]'))
        assert made.startswith(start), (value, name)


def workspaces(clerk):
    page = clerk.page
    clerk.go('ho-so')
    name = f'moi-{page.viewport_size["width"]}-{int(clerk.script)}'
    page.fill('#ten', name)
    page.select_option('#de_cuong', index=1)
    page.click('text=Tạo hồ sơ')
    page.wait_for_load_state()
    assert page.url.endswith('/ho-so/' + name)
    clerk.look('ho-so-moi')


def import_last_year(clerk):
    """Last year's file becomes this year's workspace, whose plan needs no correction."""
    page = clerk.page
    clerk.go('ho-so/ho-so/van-ban/ke-hoach')
    plan, _ = clerk.download(lambda: page.click('button[value=docx]'))
    clerk.go('ho-so')
    name = f'nhap-{page.viewport_size["width"]}-{int(clerk.script)}'
    page.set_input_files('#van-ban', {'name': 'Kế hoạch cũ.docx', 'mimeType': 'application/octet-stream', 'buffer': plan})
    page.fill('#ten-moi', name)
    page.click('text=Lập hồ sơ')
    page.wait_for_url('**/van-ban-goc')
    assert 'giống bản gốc từng chữ' in page.inner_text('main'), page.inner_text('main')[:500]
    if HAS_PAGES:
        assert page.locator('figure.trang').count() >= 2
    clerk.look('van-ban-goc')
    # What is wrong is told while it is typed, before anything is saved.
    clerk.go(f'ho-so/{name}/sua?tep=ke-hoach.yaml')
    before = pathlib.Path(clerk.office.folder, name, 'ke-hoach.yaml').read_text()
    if clerk.script:
        page.fill('[name="f.nam_ban_hanh"]', 'hai nghìn')
        page.wait_for_selector('[name="f.nam_ban_hanh"][aria-invalid=true]')
        clerk.look('dang-go')
        assert pathlib.Path(clerk.office.folder, name, 'ke-hoach.yaml').read_text() == before
        page.reload()
    clerk.go(f'ho-so/{name}/van-ban/ke-hoach')
    if HAS_PAGES:
        page.wait_for_selector('figure.trang img', timeout=120_000)
    clerk.look('ke-hoach-moi')


def fill_many(clerk):
    """A sheet of two rows gives two letters."""
    page = clerk.page
    clerk.go('dien/cong-van/lo')
    clerk.look('dien-hang-loat')
    sheet, _ = clerk.download(lambda: page.click('text=Tải bảng Excel'))
    assert sheet[:2] == b'PK'
    page.set_input_files('#bang', {'name': 'khách.xlsx', 'mimeType': 'application/octet-stream', 'buffer': rows(['Kính gửi'], ['Sở Tài chính'], ['Sở Y tế'])})
    page.click('text=Bắt đầu')
    page.wait_for_url('**/lo/*')
    for _ in range(60):
        if 'Xong 2 văn bản' in page.inner_text('main'):
            break
        page.wait_for_timeout(500)
        page.reload()
    assert 'Xong 2 văn bản' in page.inner_text('main'), page.inner_text('main')
    clerk.look('hang-loat-xong')
    made, _ = clerk.download(lambda: page.click('text=Tải tất cả'))
    assert len(zipfile.ZipFile(io.BytesIO(made)).namelist()) == 2


def take_sheets(clerk):
    """Units' workbooks: blank ones, one that comes back wrong and one that is right, all put together."""
    page = clerk.page
    clerk.go('ho-so/ba-don-vi/bang-tinh?nam=2026')
    clerk.look('bang-tinh')
    blank, _ = clerk.download(lambda: page.click('text=Tải bảng trắng của mọi đơn vị'))
    with zipfile.ZipFile(io.BytesIO(blank)) as archive:
        assert len(archive.namelist()) == 6, archive.namelist()
    heads = ['Nội dung chi', 'ĐVT', 'Số lượng', 'Đơn giá', 'Nguồn']
    for price, isRight in [('1tr5x', False), ('1.500.000', True)]:
        clerk.go('ho-so/ba-don-vi/bang-tinh?nam=2026')
        page.set_input_files('#bang', {'name': 'VP.xlsx', 'mimeType': 'application/octet-stream', 'buffer': rows(heads, ['Thuê xe', 'chuyến', '2', price, 'NST'])})
        page.select_option('#loai', 'du-toan')
        page.click('form[enctype] button')
        page.wait_for_load_state()
        clerk.go('ho-so/ba-don-vi/bang-tinh/tep?tep=du-toan/2026/VP.xlsx')
        assert 'Thuê xe' in page.inner_text('main')
        assert isRight or page.locator('td.o-loi').count() > 0
        clerk.look('bang-tinh-sai' if not isRight else 'bang-tinh-dung')
    # The unit's own once more: what the year's decision adjusts is in it.
    clerk.go('ho-so/ba-don-vi/bang-tinh?nam=2026')
    page.set_input_files('#bang', str(ROOT / 'examples' / 'ba-don-vi-ba-nam' / 'du-toan' / '2026' / 'VP.xlsx'))
    page.click('form[enctype] button')
    page.wait_for_load_state()
    clerk.go('ho-so/ba-don-vi/bang-tinh?nam=2026')
    whole, _ = clerk.download(lambda: page.click('text=Tải bảng tổng hợp'))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert len(archive.namelist()) == 6, archive.namelist()


def rows(*lines):
    """The smallest workbook with these rows of texts."""
    cells = ''.join('<row r="%d">%s</row>' % (r + 1, ''.join(
        f'<c r="{chr(65 + c)}{r + 1}" t="inlineStr"><is><t>{text}</t></is></c>' for c, text in enumerate(line))) for r, line in enumerate(lines))
    main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    package = 'http://schemas.openxmlformats.org/package/2006'
    parts = {
        '[Content_Types].xml': f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        '_rels/.rels': f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        'xl/workbook.xml': f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml': f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }
    book = io.BytesIO()
    with zipfile.ZipFile(book, 'w') as archive:
        for name, text in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
    return book.getvalue()


def main():
    global HAS_PAGES
    with sync_playwright() as playwright, Office() as office:
        try:
            browser = playwright.chromium.launch(executable_path=shutil.which('chromium'), args=['--no-sandbox', '--disable-dev-shm-usage'])
        except Error as error:
            print(f'test-web: skipped: chromium does not start here: {str(error).splitlines()[0]}', file=sys.stderr)
            return
        state = None
        for width, script in [(1280, True), (360, True), (1280, False)]:
            clerk = Clerk(browser, office, width, script)
            if state is None:
                clerk.page.goto(office.link)
                clerk.page.wait_for_url(office.base)
                clerk.look('trang-dau')
                state = clerk.context.cookies()
                assert clerk.page.request.get(office.link, max_redirects=0).status in (303, 403)
                if HAS_PAGES:
                    clerk.go('ho-so/ho-so/van-ban/ke-hoach')
                    HAS_PAGES = clerk.page.locator('figure.trang').count() > 0
                    if not HAS_PAGES:
                        print('test-web: LibreOffice does not work on this machine: ' + ' '.join(clerk.page.inner_text('main').split())[:300], file=sys.stderr)
            else:
                clerk.context.add_cookies(state)
            began = time.time()
            letter = fill(clerk)
            check(clerk, letter)
            edit(clerk)
            documents(clerk)
            workspaces(clerk)
            import_last_year(clerk)
            fill_many(clerk)
            take_sheets(clerk)
            clerk.go('quan-tri')
            clerk.look('quan-tri')
            print(f'test-web: {clerk.name}: fill, check, edit, documents, workspaces, a file of last year, many, workbooks of units: {time.time() - began:.0f} s', flush=True)
            clerk.context.close()
        browser.close()
    if not HAS_PAGES:
        print('test-web: pages as pictures were not looked at: LibreOffice, Poppler or vanthu-office is missing')


main()
