// Finds a country, a region or an indicator by any of its names or codes: a field with a list
// (the ARIA pattern "combobox"). Focus stays in the field; arrows choose, Enter goes.
import { index } from '@params';
import { search } from './search.js';

let loading;
const load = () => (loading ??= fetch(index).then((answer) => answer.json()).catch(() => { loading = undefined; }));

export const address = (form, { folder, id }) => new URL(`../${folder}${id}/`, form.action).href; // beside the list of countries

export const find = async (text) => search((await load()).lists, text);

// A button that turns the key off which leads to the field, and on again.
async function turnable(popup) {
  const { words } = await load(), button = popup.appendChild(document.createElement('button'));
  const label = () => { button.textContent = localStorage.slash ? words.on : words.off; };
  button.type = 'button';
  button.addEventListener('click', () => {
    if (localStorage.slash) localStorage.removeItem('slash'); else localStorage.slash = 'off';
    label();
  });
  label();
}

export function finder(form) {
  const input = form.querySelector('input'), popup = form.querySelector('.found');
  const list = popup.querySelector('div'), status = popup.querySelector('[role=status]');
  const only = form.dataset.folder;
  list.role = 'listbox';
  list.ariaLabel = input.ariaLabel;
  let hits = [], active = -1, asked = '';

  const mark = (to) => {
    active = to;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', i === to));
    if (to < 0) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', list.children[to].id);
    list.children[to].scrollIntoView({ block: 'nearest' });
  };
  const open = (is) => {
    popup.hidden = !is;
    input.setAttribute('aria-expanded', is && hits.length > 0);
    if (!is) mark(-1);
  };
  const option = (hit, i) => {
    const el = document.createElement('a');
    el.id = `${list.id}-${i}`;
    el.href = address(form, hit);
    el.tabIndex = -1;
    el.setAttribute('role', 'option');
    el.append(hit.name);
    if (hit.other) el.append(' ', Object.assign(document.createElement('span'), { textContent: hit.other }));
    return el;
  };
  const show = async () => {
    const text = input.value;
    asked = text;
    const found = await load();
    if (asked !== text || !found) return; // somebody has typed on, or there is nothing to look up in
    hits = search(found.lists.filter(([folder]) => !only || folder === only), text);
    list.replaceChildren(...hits.map(option));
    status.textContent = hits.length ? found.words.found.replace('{n}', hits.length).replace('{first}', hits[0].name) : found.words.none;
    mark(-1);
    open(text.trim() !== '');
  };
  // Others may take what was found: then nothing is opened.
  const take = (i) => {
    const taken = !form.dispatchEvent(new CustomEvent('find', { detail: hits[i], cancelable: true }));
    if (taken) { input.value = ''; open(false); }
    return taken;
  };
  const enter = async () => {
    if (asked !== input.value || popup.hidden) await show();
    if (!loading) form.submit(); // to the list of countries
    const to = Math.max(active, 0);
    if (hits[to] && !take(to)) location.assign(list.children[to].href);
  };

  input.addEventListener('input', show);
  input.addEventListener('keydown', (event) => {
    const turn = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (turn && hits.length) {
      event.preventDefault();
      if (popup.hidden) open(true);
      mark(active < 0 && turn < 0 ? hits.length - 1 : (active + turn + hits.length) % hits.length);
    } else if (event.key === 'Escape') {
      if (popup.hidden) input.value = '';
      open(false);
    }
  });
  list.addEventListener('click', (event) => {
    const at = [...list.children].indexOf(event.target.closest('a'));
    if (take(at)) event.preventDefault();
  });
  form.addEventListener('focusout', (event) => { if (!form.contains(event.relatedTarget)) open(false); });
  if (input.hasAttribute('aria-keyshortcuts')) turnable(popup).catch(() => {}); // nothing to look up in, or nowhere to keep the choice
  if (input.value) show();
  return { enter };
}
