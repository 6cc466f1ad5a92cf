// Countries side by side. Which ones stands in the address (/compare/?c=ken,uga), so that a link
// shows the same and Back goes back. What is known is taken from their profiles: it is said once.
const box = document.querySelector('.choice'), words = box.dataset, most = +words.most;
const form = box.querySelector('form'), chosen = box.querySelector('ol'), sample = box.querySelector('template').content.firstChild;
const status = box.querySelector(':scope > [role=status]'), help = box.querySelector('[data-help]');
const table = box.querySelector('table'), rows = [...table.querySelectorAll('[data-row]')], title = document.title;
const lists = new Intl.ListFormat(document.documentElement.lang);
const say = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
const make = (tag, ...content) => { const el = document.createElement(tag); el.append(...content); return el; };
const link = (id, hash, ...content) => Object.assign(make('a', ...content), { href: `${form.action}${id}/${hash}` });

const profiles = new Map();
const profile = (id) => {
  if (!profiles.has(id)) {
    profiles.set(id, fetch(`${form.action}${id}/`).then(async (answer) => answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html'))
      .catch(() => {}).then((doc) => { if (!doc) profiles.delete(id); return doc; }));
  }
  return profiles.get(id);
};

function cell(doc, id, indicator) {
  const entry = doc.getElementById(indicator);
  const known = document.importNode(entry.querySelector('[data-status]'), true);
  const basis = entry.querySelector('.entry-answer [data-basis]');
  const td = make('td');
  if (known.dataset.status !== 'no-data') {
    td.append(Object.assign(link(id, `#${indicator}`, known), { className: 'brief' }));
    if (basis) td.append(' ', Object.assign(make('span', basis.textContent), { className: 'basis' }));
    return td;
  }
  known.querySelector('svg')?.remove();
  known.classList.add('quiet');
  td.append(known);
  if (entry.querySelector('.other')) td.append(' ', Object.assign(link(id, `#${indicator}`, words.partial), { className: 'basis' }));
  return td;
}

let ids = [], names = new Map();
const named = (list) => lists.format(list.map((id) => names.get(id) ?? id));

async function draw() {
  const wanted = ids.join();
  chosen.replaceChildren(...ids.map((id, i) => {
    const li = document.importNode(sample, true);
    const [a, ...buttons] = li.children;
    a.replaceWith(link(id, '', names.get(id)));
    for (const button of buttons) button.ariaLabel = say(button.ariaLabel, { country: names.get(id) });
    buttons[0].disabled = i === 0;
    buttons[1].disabled = i === ids.length - 1;
    return li;
  }));
  help.textContent = say([words.none, words.alone][ids.length] ?? '', { countries: named(ids) });
  document.title = ids.length ? `${named(ids)} – ${title}` : title;
  const docs = await Promise.all(ids.map(profile));
  if (wanted !== ids.join()) return; // somebody has chosen on
  const shown = ids.map((id, i) => [id, docs[i]]).filter(([, doc]) => doc);
  const failed = ids.filter((_, i) => !docs[i]);
  if (failed.length) status.textContent = say(words.failed, { countries: named(failed) });
  table.caption.textContent = say(words.caption, { countries: shown.map(([id]) => names.get(id)).join(words.comma) });
  const head = table.tHead.rows[0];
  head.replaceChildren(head.cells[0], ...shown.map(([id]) => Object.assign(make('th', link(id, '', names.get(id))), { scope: 'col' })));
  for (const th of table.querySelectorAll('[scope=rowgroup]')) th.colSpan = shown.length + 1;
  for (const row of rows) {
    const [first] = row.cells;
    row.replaceChildren(first, ...shown.map(([id, doc]) => cell(doc, id, row.dataset.row)));
    first.querySelector('.basis')?.remove();
    const bases = [...row.querySelectorAll('span.basis')].map((el) => el.textContent);
    if (new Set(bases).size > 1) first.append(' ', Object.assign(make('span', words.bases), { className: 'basis' }));
  }
  box.toggleAttribute('data-n', shown.length > 0);
}

// What the address asks for; what cannot be shown is named.
function restore() {
  const asked = (new URLSearchParams(location.search).get('c') ?? '').toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
  const known = [...new Set(asked.filter((code) => codes.has(code)).map((code) => codes.get(code)))];
  const unknown = asked.filter((code) => !codes.has(code));
  ids = known.slice(0, most);
  status.textContent = [
    unknown.length && say(words.unknown, { codes: lists.format(unknown) }),
    known.length > most && say(words.full, { countries: named(known.slice(most)) }),
  ].filter(Boolean).join(' ');
  return draw();
}

function change(to, text, country) {
  ids = to;
  history.pushState(null, '', ids.length ? `?c=${ids}` : location.pathname);
  status.textContent = say(text, { country: names.get(country), n: ids.length, place: ids.indexOf(country) + 1 });
  return draw();
}

const acts = {
  earlier: (i) => move(i, i - 1),
  later: (i) => move(i, i + 1),
  remove: (i) => {
    change(ids.filter((_, n) => n !== i), words.removed, ids[i]);
    (chosen.children[Math.min(i, ids.length - 1)]?.querySelector('[data-act=remove]') ?? form.elements.q).focus();
  },
  copy: () => navigator.clipboard?.writeText(location.href).then(() => words.copied).catch(() => words.copyFailed).then((text) => { status.textContent = text; }),
};
function move(i, to) {
  const list = ids.toSpliced(i, 1);
  change(list.toSpliced(to, 0, ids[i]), words.moved, ids[i]);
  const act = to < i ? 'earlier' : 'later', li = chosen.children[to];
  (li.querySelector(`[data-act=${act}]:enabled`) ?? li.querySelector(':enabled')).focus();
}

let codes;
box.addEventListener('click', ({ target }) => acts[target.dataset.act]?.([...chosen.children].indexOf(target.closest('li'))));
form.addEventListener('find', (event) => {
  event.preventDefault();
  const { id, name } = event.detail;
  if (ids.includes(id)) status.textContent = say(words.already, { country: name });
  else if (ids.length === most) status.textContent = say(words.full, { countries: name });
  else change([...ids, id], words.added, id);
});
addEventListener('popstate', restore);
fetch(words.index).then((answer) => answer.json()).then(({ lists: [[, countries]] }) => {
  names = new Map(countries.map(([id, , name]) => [id, name]));
  codes = new Map(countries.flatMap(([id, iso2]) => [[id, id], [iso2.toLowerCase(), id]]));
  restore();
}).catch(() => { help.textContent = words.unread; }).finally(() => { box.hidden = false; });
