// One tab stop for each map; keys move between countries: arrows to the nearest in that
// direction, Home and End by alphabet, letters by name.
import { fold } from './fold.js';

const directions = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const pause = 800; // ms after which letters begin a new name

// The middle of what stands for a country: its circle, else the largest part of its area.
function middle(p) {
  if (!p.middle) {
    const shape = p.areas.at(-1);
    const parts = shape.getAttribute('d')?.split(/(?=M)/).map((d) => {
      const part = shape.cloneNode();
      part.setAttribute('d', d);
      shape.after(part);
      const box = part.getBBox();
      part.remove();
      return box;
    }) ?? [shape.getBBox()];
    const { x, y, width, height } = parts.reduce((a, b) => (b.width * b.height > a.width * a.height ? b : a));
    p.middle = [x + width / 2, y + height / 2];
  }
  return p.middle;
}

// What lies aside counts twice; what lies more aside than ahead is taken only if nothing else is.
function nearest(places, from, [dx, dy]) {
  const [x, y] = middle(from);
  let best, least = Infinity;
  for (const p of places) {
    const [px, py] = middle(p);
    const ahead = (px - x) * dx + (py - y) * dy;
    const aside = Math.abs((px - x) * dy + (py - y) * dx);
    const cost = ahead + 2 * aside + (aside > ahead ? 1e4 : 0);
    if (p !== from && ahead > 0.1 && cost < least) [best, least] = [p, cost];
  }
  return best;
}

export function walk(svg, places, view) {
  let here = places[0], typed = '', last = 0;
  const stop = (p) => {
    here.link.setAttribute('tabindex', -1);
    p.link.setAttribute('tabindex', 0);
    here = p;
  };
  for (const p of places) p.link.setAttribute('tabindex', -1);
  stop(here);
  const ring = svg.appendChild(document.createElementNS(svg.namespaceURI, 'g'));
  ring.classList.add('ring');

  const byName = (event) => {
    if (event.timeStamp - last > pause) typed = '';
    if (event.key.length > 1 || !/[\p{L}\p{M}’'. -]/u.test(event.key) || (!typed && !/\p{L}/u.test(event.key))) return;
    last = event.timeStamp;
    typed += fold(event.key);
    const at = places.indexOf(here);
    const rest = [...places.slice(at + 1), ...places.slice(0, at)];
    const begins = (text) => (p) => fold(p.name).startsWith(text);
    if (begins(typed)(here) && typed.length > 1) return here;
    // The same letter again leads on to the next of that letter.
    return rest.find(begins(typed)) ?? (new Set(typed).size === 1 ? rest.find(begins(typed[0])) : here);
  };

  svg.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (view.key(event.key)) return event.preventDefault();
    const to = event.key in directions ? nearest(places, here, directions[event.key]) ?? here
      : event.key === 'Home' ? places[0] : event.key === 'End' ? places.at(-1) : byName(event);
    if (!to) return;
    event.preventDefault();
    to.link.focus({ preventScroll: view.zoomed() });
  });
  svg.addEventListener('focusin', (event) => {
    const p = places.find(({ link }) => link === event.target);
    if (!p) return;
    stop(p);
    view.reveal(...middle(p));
    if (!p.link.matches(':focus-visible')) return;
    const shapes = ['halo', 'line'].flatMap((kind) => p.areas.map((area) => {
      const copy = area.cloneNode();
      copy.setAttribute('class', kind);
      copy.removeAttribute('fill');
      return copy;
    }));
    ring.replaceChildren(...shapes);
  });
  svg.addEventListener('focusout', () => ring.replaceChildren());
}
