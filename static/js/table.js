// Sorts a table of countries: by name, status or year; a third press gives back the order it had.
const lang = document.documentElement.lang;
const collator = new Intl.Collator(lang);

export function sortable(table) {
  const groups = [...table.tBodies];
  const rows = groups.map((group) => [...group.rows]);
  const facts = rows.flat().filter((row) => !row.matches('.region, .silent'));
  const heads = [...table.querySelectorAll('thead th[data-sort]')];
  const whole = document.createElement('tbody');
  // Countries without data stand last, in one row.
  const silent = rows.flat().filter((row) => row.matches('.silent'));
  const rest = silent[0]?.cloneNode(true);
  if (rest) {
    const links = silent.flatMap((row) => [...row.querySelectorAll('a')]).sort((a, b) => collator.compare(a.textContent, b.textContent));
    rest.lastElementChild.replaceChildren(...links.flatMap((a, i) => (i ? [', ', a.cloneNode(true)] : [a.cloneNode(true)])));
  }
  const value = (row, { cellIndex, dataset: { sort } }) => {
    if (sort === 'country') return row.cells[0].textContent;
    const cell = sort === 'status' ? row.cells[cellIndex] : row;
    return cell.dataset.order ?? cell.querySelector(`[data-${sort}]`)?.getAttribute(`data-${sort}`) ?? '';
  };
  const compare = (a, b) => (isNaN(a - b) || a === '' || b === '' ? collator.compare(a, b) : a - b);

  const regions = () => {
    groups.forEach((group, i) => { group.append(...rows[i]); });
    whole.replaceWith(...groups);
    for (const th of heads) th.removeAttribute('aria-sort');
  };
  const sort = (th, turn) => {
    const keys = new Map(facts.map((row) => [row, value(row, th)]));
    const sorted = [...facts].sort((a, b) => turn * compare(keys.get(a), keys.get(b)));
    if (!whole.isConnected) { groups[0].before(whole); for (const group of groups) group.remove(); }
    whole.replaceChildren(...sorted, ...(rest ? [rest] : []));
    for (const other of heads) other.removeAttribute('aria-sort');
    th.setAttribute('aria-sort', turn > 0 ? 'ascending' : 'descending');
  };
  for (const th of heads) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...th.childNodes);
    th.append(button);
    button.addEventListener('click', () => {
      const now = th.getAttribute('aria-sort');
      if (now === 'descending') regions(); else sort(th, now ? -1 : 1);
    });
  }
  // An address of a region needs the regions.
  addEventListener('hashchange', () => {
    const group = groups.find(({ id }) => `#${id}` === location.hash);
    if (!group || group.isConnected) return;
    regions();
    group.scrollIntoView();
  });
}
