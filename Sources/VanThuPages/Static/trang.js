// Comfort only: every task can be done without this script.
'use strict';

// Files dropped anywhere near a field are that field's.
for (const field of document.querySelectorAll('input[type=file]')) {
  field.addEventListener('dragenter', () => field.classList.add('dang-keo'));
  for (const event of ['dragleave', 'drop']) field.addEventListener(event, () => field.classList.remove('dang-keo'));
  if (field.dataset.guiNgay !== undefined) field.addEventListener('change', () => field.files.length && field.form.requestSubmit());
}

// A form that has been sent is not sent twice, and says that it is at work.
for (const form of document.querySelectorAll('form[data-cho]')) {
  form.addEventListener('submit', () => {
    const note = document.createElement('p');
    note.className = 'thong-bao';
    note.setAttribute('role', 'status');
    note.textContent = form.dataset.cho;
    form.append(note);
  });
}

// What has been typed and not been saved is asked for before it is left.
let changed = false;
for (const form of document.querySelectorAll('form[data-giu]')) {
  form.addEventListener('input', () => { changed = true; });
  form.addEventListener('submit', () => { changed = false; });
}
addEventListener('beforeunload', event => { if (changed) event.preventDefault(); });

// What is wrong with a form is told while it is typed into; nothing is saved by that.
for (const form of document.querySelectorAll('form[data-thu]')) {
  let timer;
  let turn = 0;
  const look = async () => {
    const mine = ++turn;
    const body = new URLSearchParams(new FormData(form));
    body.set('thu', '1');
    let page;
    try {
      const answer = await fetch(form.action, { method: 'POST', body });
      page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    } catch { return; }
    if (mine !== turn || !page.querySelector('form[data-thu]')) return;
    for (const field of form.querySelectorAll('[name^="f."]')) {
      const told = page.getElementById(field.id + '-loi');
      document.getElementById(field.id + '-loi')?.remove();
      field.toggleAttribute('aria-invalid', false);
      field.setAttribute('aria-describedby', field.id + '-gt' + (told ? ` ${field.id}-loi` : ''));
      if (!told) continue;
      field.setAttribute('aria-invalid', 'true');
      field.closest('.o').append(document.importNode(told, true));
    }
  };
  form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(look, 500); });
}

// A remark and its mark on the page show each other.
const show = (id, isOn) => {
  for (const piece of document.querySelectorAll(`[data-nx="${id}"]`)) piece.classList.toggle('dang-xem', isOn);
};
for (const piece of document.querySelectorAll('[data-nx]')) {
  piece.addEventListener('mouseenter', () => show(piece.dataset.nx, true));
  piece.addEventListener('mouseleave', () => show(piece.dataset.nx, false));
}

// All boxes of a form at once.
for (const button of document.querySelectorAll('button[data-chon]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    for (const box of button.form.querySelectorAll('input[type=checkbox]')) box.checked = button.dataset.chon === 'het';
  });
}

// Grids: cells copied in Excel are pasted from the cell with the focus on; totals follow what is typed.
const number = text => {
  const plain = text.trim().replace(/\./g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
};
for (const grid of document.querySelectorAll('table.luoi')) {
  const rows = () => [...grid.tBodies[0].rows];
  const total = () => {
    for (const cell of grid.querySelectorAll('tfoot [data-cong]')) {
      const name = cell.dataset.cong;
      let sum = 0;
      for (const input of grid.querySelectorAll(`input[data-cot="${name}"]`)) {
        const value = number(input.value);
        if (!Number.isNaN(value)) sum += value;
      }
      cell.textContent = sum.toLocaleString('vi-VN');
    }
  };
  grid.addEventListener('input', total);
  // One row more of the kind of the last one, blank, with the next number.
  const add = () => {
    const last = rows().at(-1);
    const row = last.cloneNode(true);
    const next = Number(last.cells[0].textContent);
    row.cells[0].textContent = next + 1;
    for (const field of row.querySelectorAll('[name]')) {
      field.name = field.name.replace(/^g\.\d+\./, `g.${next}.`);
      field.setAttribute('aria-label', field.getAttribute('aria-label').replace(/ \d+(: .*)?$/, ` ${next + 1}`));
      field.value = '';
    }
    last.after(row);
  };
  grid.addEventListener('paste', event => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.replace(/\n$/, ''))) return;
    event.preventDefault();
    const start = event.target.closest('td');
    const first = rows().indexOf(start.parentNode);
    let left = 0;
    text.replace(/\r/g, '').replace(/\n$/, '').split('\n').forEach((line, down) => {
      if (!rows()[first + down] && grid.dataset.them !== undefined) add();
      const row = rows()[first + down];
      if (!row) { left += 1; return; }
      line.split('\t').forEach((value, right) => {
        const input = row.cells[start.cellIndex + right]?.querySelector('input, select');
        if (input) { input.value = value.trim(); input.dispatchEvent(new Event('input', { bubbles: true })); }
      });
    });
    grid.parentNode.querySelector('.thong-bao')?.remove();
    if (left) {
      const note = document.createElement('p');
      note.className = 'thong-bao canh-bao';
      note.setAttribute('role', 'alert');
      note.textContent = `${grid.dataset.bo}: ${left}.`;
      grid.before(note);
    }
  });
  total();
}
