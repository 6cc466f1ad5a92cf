// The country finder: narrows the list of countries to those whose name or code matches.
// Without it the list stands as it is.
import { fold } from './fold.js';

export function finder() {
  const input = document.getElementById('finder-input');
  if (!input) return;
  const items = [...document.querySelectorAll('.finder li')].map((el) => ({
    el, text: fold(`${el.textContent}|${el.dataset.find}`), link: el.querySelector('a'),
  }));
  const count = document.getElementById('finder-count');
  input.closest('[hidden]').hidden = false;
  input.addEventListener('input', () => {
    const want = fold(input.value.trim());
    let found = 0;
    for (const { el, text } of items) {
      const hit = text.includes(want);
      el.hidden = !hit;
      if (hit) found++;
    }
    for (const region of document.querySelectorAll('.finder-region')) {
      region.hidden = !region.querySelector('li:not([hidden])');
    }
    count.textContent = want && (found ? count.dataset.many.replace('{n}', found) : count.dataset.none);
  });
  input.addEventListener('keydown', (event) => {
    const first = items.find(({ el }) => !el.hidden);
    if (event.key === 'Enter' && input.value && first) first.link.click();
  });
}
