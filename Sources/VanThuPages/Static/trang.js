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

// Grids: cells copied in Excel are pasted from the cell with the focus on. Numbers are read by the server only: it tells sums and amounts.

// The cells of what Excel puts on the clipboard: a quoted one may hold tabs, line breaks and doubled quotes.
const cellsOf = text => {
  const rows = [[]];
  let rest = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(rest);
    const piece = quoted ? quoted[0] : /^[^\t\n]*/.exec(rest)[0];
    const value = quoted ? quoted[1].replaceAll('""', '"') : piece;
    rows.at(-1).push(value.replace(/\s+/g, ' ').trim());
    rest = rest.slice(piece.length);
    if (!rest) return rows;
    if (rest[0] === '\n') rows.push([]);
    rest = rest.slice(1);
  }
};
// As the server folds the names of columns: small letters without marks, and digits.
const folded = text => text.normalize('NFD').replace(/[đĐ]/g, 'd').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]/g, '');
// For each cell of a row of headings the column it names; nothing where the row is none.
const headings = (cells, heads) => {
  const names = heads.map(head => (head.dataset.ten ?? '').split(' '));
  const free = new Set(names.keys());
  const found = cells.map(cell => {
    for (const way of [cell, cell.replace(/\([^)]*\)/g, '')]) {
      const name = folded(way);
      const at = [...free].find(index => name && names[index].includes(name));
      if (at !== undefined) { free.delete(at); return at; }
    }
    return undefined;
  });
  const count = found.filter(at => at !== undefined).length;
  const named = cells.filter(cell => cell).length;
  return count >= 2 && count * 2 >= named ? found : undefined;
};

for (const grid of document.querySelectorAll('table.luoi')) {
  const rows = () => [...grid.tBodies[0].rows].filter(row => row.querySelector('[data-cot]'));
  const heads = [...grid.tHead.rows[0].cells];
  let timer;
  let turn = 0;
  // Sums, amounts and unreadable numbers as the server finds them in what stands here.
  const total = async () => {
    const mine = ++turn;
    const form = grid.closest('form');
    const body = new URLSearchParams(new FormData(form));
    body.set('thu', '1');
    let page;
    try {
      const answer = await fetch(form.action, { method: 'POST', body });
      page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    } catch { return; }
    const same = page.querySelector('form[data-giu] [name=goc]')?.value === form.querySelector('[name=goc]').value;
    if (mine !== turn) return;
    for (const cell of grid.querySelectorAll('tfoot [data-cong]')) {
      cell.textContent = same ? page.querySelector(`tfoot [data-cong="${cell.dataset.cong}"]`)?.textContent ?? '' : '?';
    }
    if (!same) return;
    for (const field of grid.querySelectorAll('[data-cot]')) {
      const told = page.querySelector(`[name="${field.name}"]`);
      field.placeholder = told?.placeholder ?? '';
      field.title = told?.title ?? '';
      field.toggleAttribute('aria-invalid', false);
      if (told?.hasAttribute('aria-invalid')) field.setAttribute('aria-invalid', 'true');
      if (told) field.setAttribute('aria-label', told.getAttribute('aria-label'));
    }
  };
  grid.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(total, 400); });
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
      field.placeholder = '';
    }
    last.after(row);
  };
  // Rows that were added here are not there when the page is gone back to, so what was sent is kept for that.
  const form = grid.closest('form');
  const kept = `bang:${form.action}`;
  form.addEventListener('submit', () => {
    const cells = [...new FormData(form)].filter(([name]) => name.startsWith('g.'));
    try { sessionStorage.setItem(kept, JSON.stringify(cells)); } catch { /* too much to be kept */ }
  });
  if (performance.getEntriesByType('navigation')[0]?.type === 'back_forward' && grid.dataset.them !== undefined) {
    for (const [name, value] of JSON.parse(sessionStorage.getItem(kept) ?? '[]')) {
      const number = Number(name.split('.')[1]);
      while (value && Number(rows().at(-1).cells[0].textContent) <= number) add();
      const field = form.elements.namedItem(name);
      if (field && field.value !== value) { field.value = value; changed = true; }
    }
  }
  sessionStorage.removeItem(kept);
  const tell = notes => {
    grid.parentNode.querySelectorAll('.thong-bao[role=alert]').forEach(note => note.remove());
    for (const words of notes) {
      const note = document.createElement('p');
      note.className = 'thong-bao canh-bao';
      note.setAttribute('role', 'alert');
      note.textContent = words;
      grid.before(note);
    }
  };
  grid.addEventListener('paste', event => {
    const text = event.clipboardData.getData('text/plain');
    const lines = cellsOf(text);
    if (lines.length === 1 && lines[0].length === 1 && !/["\n]/.test(text)) return;
    event.preventDefault();
    const start = event.target.closest('td');
    const first = rows().indexOf(start.parentNode);
    const named = headings(lines[0], heads);
    const titles = named ? lines.shift() : [];
    const place = right => named ? named[right] : start.cellIndex + right;
    let left = 0;
    const [homeless, locked] = [new Map(), []];
    lines.forEach((line, down) => {
      if (!rows()[first + down] && grid.dataset.them !== undefined) add();
      const row = rows()[first + down];
      if (!row) { left += 1; return; }
      line.forEach((value, right) => {
        const at = place(right);
        if (at === undefined || at >= heads.length) {
          if (value) homeless.set(right, [...homeless.get(right) ?? [], value]);
          return;
        }
        const input = row.cells[at]?.querySelector('[data-cot]');
        if (input && !input.readOnly) {
          input.value = value;
          input.dispatchEvent(new Event('input', { bubbles: true }));
        } else if (value) {
          locked.push(value);
        }
      });
    });
    const notes = [...homeless].map(([right, values]) =>
      `${grid.dataset.boCot}: ${titles[right] || `#${right + 1}`} (${values.slice(0, 5).join('; ')}${values.length > 5 ? ' …' : ''}).`);
    if (locked.length) notes.push(`${grid.dataset.boO}: ${locked.slice(0, 5).join('; ')}${locked.length > 5 ? ' …' : ''}.`);
    if (left) notes.push(`${grid.dataset.bo}: ${left}.`);
    tell(notes);
  });
}
