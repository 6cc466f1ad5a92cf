// The card beside a country that is pointed at, tapped or focused. It lies above or below the
// country, never over it; the pointer may rest on it; Escape dismisses it (WCAG 1.4.13).
const wait = 160; // ms to reach the card over other countries
const gap = 6;

export function card(figure, svg, places) {
  const box = figure.appendChild(document.createElement('div'));
  box.className = 'map-card';
  box.id = `${svg.getAttribute('aria-labelledby')}-card`;
  box.hidden = true;
  const lines = ['strong', 'span', 'cite'].map((tag) => box.appendChild(document.createElement(tag)));
  let shown, timer, touched;

  const lead = (p) => p.lead ?? document.querySelector(`tr#${p.id} cite`)?.textContent ?? '';
  const hide = () => {
    clearTimeout(timer);
    shown?.link.removeAttribute('aria-describedby');
    shown = undefined;
    box.hidden = true;
  };
  const lay = (p, x) => {
    const map = svg.getBoundingClientRect(), whole = figure.getBoundingClientRect();
    const shape = p.areas.at(-1).getBoundingClientRect();
    const top = Math.max(shape.top, map.top), bottom = Math.min(shape.bottom, map.bottom);
    const middle = x ?? (Math.max(shape.left, map.left) + Math.min(shape.right, map.right)) / 2;
    const above = top - gap - box.offsetHeight;
    const y = above >= 0 || top > innerHeight - bottom ? above : bottom + gap;
    const left = Math.min(Math.max(middle - box.offsetWidth / 2, whole.left), whole.right - box.offsetWidth);
    box.style.translate = `${left - whole.left}px ${y - whole.top}px`;
  };
  const show = (p, x) => {
    if (shown === p) return clearTimeout(timer);
    hide();
    shown = p;
    const text = [p.name, p.status, lead(p)];
    lines.forEach((line, i) => { line.textContent = text[i]; line.hidden = !text[i]; });
    box.hidden = false;
    if (text[2]) p.link.setAttribute('aria-describedby', box.id);
    lay(p, x);
  };
  const soon = (act) => { clearTimeout(timer); timer = setTimeout(act, wait); };

  for (const p of places) {
    p.link.addEventListener('pointerenter', (event) => {
      if (event.pointerType === 'touch') return;
      if (shown) soon(() => show(p, event.clientX)); else show(p, event.clientX);
    });
    p.link.addEventListener('focus', () => { if (p.link.matches(':focus-visible')) show(p); });
    p.link.addEventListener('blur', hide);
    // A first tap shows what a pointer would; a second one follows.
    p.link.addEventListener('click', (event) => {
      if (!touched || shown === p) return;
      event.preventDefault();
      show(p);
    });
  }
  svg.addEventListener('pointerdown', (event) => { touched = event.pointerType === 'touch'; }, true);
  for (const el of [svg, box]) el.addEventListener('pointerleave', (event) => { if (event.pointerType !== 'touch') soon(hide); });
  box.addEventListener('pointerenter', () => clearTimeout(timer));
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(); });
  document.addEventListener('pointerdown', (event) => { if (!figure.contains(event.target)) hide(); });
  figure.addEventListener('mapchange', hide);
}
