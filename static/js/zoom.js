// Zoom and pan by changing the viewBox. Nothing moves by itself, so there is no motion to reduce.
const most = 24; // times
const step = 1.6;
const reach = 12; // px: circles grow with the map no further than to this radius

export function zoom(svg, tools) {
  const whole = svg.getAttribute('viewBox').split(' ').map(Number);
  const regions = tools.querySelector('select');
  const circles = [...svg.querySelectorAll('circle')].map((el) => ({ el, r: +el.getAttribute('r') }));
  let box = whole, region = '';
  const changed = (settled) => svg.dispatchEvent(new CustomEvent('mapchange', { bubbles: true, detail: settled }));
  const unit = () => svg.clientWidth / box[2]; // px

  const draw = ([x, y, w], name = '') => {
    w = Math.min(Math.max(w, whole[2] / most), whole[2]);
    const h = w * whole[3] / whole[2];
    const within = (at, size, all) => Math.min(Math.max(at, 0), all - size);
    box = [within(x, w, whole[2]), within(y, h, whole[3]), w, h];
    region = name;
    svg.setAttribute('viewBox', box.map((n) => +n.toFixed(2)).join(' '));
    const zoomed = w < whole[2] - 0.01;
    svg.classList.toggle('zoomed', zoomed);
    const limit = zoomed ? Math.max(reach, circles[0]?.r * svg.clientWidth / whole[2]) / unit() : Infinity;
    for (const { el, r } of circles) el.setAttribute('r', Math.min(r, limit));
    if (regions) regions.value = zoomed ? name || 'other' : '';
  };
  // Zooms so that the place under (cx, cy), in units of the map, stays where it is.
  const by = (factor, cx = box[0] + box[2] / 2, cy = box[1] + box[3] / 2, settled = true) => {
    const w = Math.min(Math.max(box[2] / factor, whole[2] / most), whole[2]), f = w / box[2];
    draw([cx - (cx - box[0]) * f, cy - (cy - box[1]) * f, w]);
    changed(settled);
  };
  const acts = { in: () => by(step), out: () => by(1 / step), reset: () => { draw(whole); changed(true); } };
  const at = (event) => {
    const r = svg.getBoundingClientRect();
    return [box[0] + (event.clientX - r.left) / unit(), box[1] + (event.clientY - r.top) / unit()];
  };

  tools.addEventListener('click', (event) => acts[event.target.closest('button')?.dataset.zoom]?.());
  regions?.addEventListener('change', () => { toRegion(regions.value); changed(true); });
  const toRegion = (id) => {
    const option = [...regions?.options ?? []].find(({ value }) => value === id);
    draw(option?.dataset.box?.split(' ').map(Number) ?? whole, option?.dataset.box && id);
  };
  let rest;
  // The wheel scrolls the page unless it is clear that the map is meant.
  svg.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !svg.contains(document.activeElement)) return;
    event.preventDefault();
    by(Math.exp(-event.deltaY / 400), ...at(event), false);
    clearTimeout(rest);
    rest = setTimeout(changed, 400, true);
  }, { passive: false });

  // One finger or the mouse moves a zoomed map, two fingers zoom it.
  const fingers = new Map();
  let moved = false;
  svg.addEventListener('pointerdown', (event) => { moved = false; fingers.set(event.pointerId, event); });
  svg.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const dx = event.clientX - before.clientX, dy = event.clientY - before.clientY;
    if (!moved && Math.hypot(dx, dy) < 5) return;
    moved = true;
    svg.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, event);
    const other = [...fingers.values()].find(({ pointerId }) => pointerId !== event.pointerId);
    if (other) {
      const span = (e) => Math.hypot(e.clientX - other.clientX, e.clientY - other.clientY);
      by(span(event) / Math.max(span(before), 1), ...at(other), false);
    } else if (box[2] < whole[2]) {
      draw([box[0] - dx / unit(), box[1] - dy / unit(), box[2]]);
    }
  });
  for (const end of ['pointerup', 'pointercancel']) {
    addEventListener(end, (event) => { if (fingers.delete(event.pointerId) && moved) changed(true); });
  }
  svg.addEventListener('click', (event) => { if (moved) event.preventDefault(); }, true);
  // Two fingers that move up and down would else scroll the page.
  svg.addEventListener('touchmove', (event) => { if (event.touches.length > 1) event.preventDefault(); }, { passive: false });
  svg.addEventListener('dragstart', (event) => event.preventDefault());

  return {
    name: 'view',
    zoomed: () => box[2] < whole[2],
    key: (key) => {
      const act = { '+': acts.in, '=': acts.in, '-': acts.out, 0: acts.reset }[key];
      act?.();
      return act;
    },
    // Brings a place into sight.
    reveal: (x, y) => {
      const [bx, by, w, h] = box;
      if (x < bx || y < by || x > bx + w || y > by + h) draw([x - w / 2, y - h / 2, w]);
    },
    get: () => region || (box[2] < whole[2] ? box.slice(0, 3).map(Math.round).join(',') : ''),
    set: (text = '') => {
      const numbers = text.split(',').map(Number);
      if (numbers.length === 3 && numbers.every(isFinite)) draw(numbers); else toRegion(text);
    },
  };
}
