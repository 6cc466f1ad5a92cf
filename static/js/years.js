// What was reported for one year alone. The data are fetched when a reader first asks; every
// word stands in the page.
const plain = /^(yes|no|none|q\d)$/;
const lang = document.documentElement.lang;

export function years(figure, tools, places) {
  const words = tools.dataset, slider = tools.querySelector('[type=range]'), output = tools.querySelector('output');
  if (!slider) return { name: 'year', get: () => '', set() {} };
  const failed = tools.querySelector('[role=status]');
  const legend = figure.querySelector('.legend'), samples = figure.querySelector('template').content;
  const kept = new Map([...figure.querySelectorAll('[data-of-year], .map-note, .map-summary')].map((el) => [el, [...el.childNodes]]));
  const items = [...legend.children], periods = words.periods.split(' ');
  const latest = places.map((p) => ({ ...p, label: p.link.getAttribute('aria-label'), data: { ...p.link.dataset },
    fills: p.areas.map((area) => [area.getAttribute('class'), area.getAttribute('fill')]) }));
  let loading, year = '';

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const load = () => (loading ??= fetch(words.src).then((answer) => {
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  }));
  const number = (text) => {
    const one = (n) => new Intl.NumberFormat(lang, { minimumFractionDigits: (n.split('.')[1] ?? '').length }).format(n);
    const [low, high] = text.split('–');
    if (high === undefined) return one(low);
    return low && high ? `${one(low)}–${one(high)}` : fill(low ? words.from : words.upTo, { number: one(low || high) });
  };
  const say = (code, text, how = 'stated') => {
    if (code === 'none') return fill(words.none, { year });
    const status = text ? fill(words.value, { number: number(text) }) : words[code];
    return fill(code === 'unknown' ? words.phraseUnknown : words[how], { year, status });
  };
  const paint = (area, code) => {
    area.setAttribute('class', plain.test(code) ? `area f-${code}` : 'area');
    if (plain.test(code)) area.removeAttribute('fill'); else area.setAttribute('fill', `url(#${code})`);
  };

  const showLatest = () => {
    places.forEach((p, i) => {
      const { label, data, fills, status } = latest[i];
      p.link.setAttribute('aria-label', label);
      for (const key of ['period', 'stale']) delete p.link.dataset[key];
      Object.assign(p.link.dataset, data);
      Object.assign(p, { status, lead: undefined });
      p.areas.forEach((area, n) => {
        area.setAttribute('class', fills[n][0]);
        if (fills[n][1]) area.setAttribute('fill', fills[n][1]); else area.removeAttribute('fill');
      });
    });
    legend.replaceChildren(...items);
    for (const [el, nodes] of kept) el.replaceChildren(...nodes);
  };
  const showYear = (data) => {
    const counts = {};
    const count = (key) => { counts[key] = (counts[key] ?? 0) + 1; };
    for (const p of places) {
      const [code, source, text, how] = data.status[p.id]?.[year] ?? ['none'];
      Object.assign(p, { status: say(code, text, how), lead: data.sources[source] ?? '' });
      p.link.setAttribute('aria-label', `${p.name}: ${p.status}`);
      delete p.link.dataset.stale;
      p.link.dataset.period = year;
      p.link.dataset.status = text ? 'value' : code === 'none' ? 'no-data' : code;
      for (const area of p.areas) paint(area, code);
      count(code.replace('-hatched', ''));
      if (code.endsWith('-hatched')) count('hatched');
      if (how) count(how);
    }
    const shown = [...samples.querySelectorAll('li')].filter((li) => counts[li.dataset.fill]).map((li) => {
      const copy = li.cloneNode(true);
      copy.querySelector('b').textContent = counts[li.dataset.fill];
      return copy;
    });
    legend.replaceChildren(...shown);
    const list = new Intl.ListFormat(lang, { type: 'unit' }).format(shown.map((li) => li.textContent.trim()));
    const inferred = counts.inferred ? ` ${fill(words.withInferred, { number: counts.inferred })}` : '';
    for (const el of kept.keys()) {
      if (el.matches('.map-summary')) el.textContent = fill(words.summary, { year, counts: list }) + inferred;
      else el.textContent = fill(el.dataset.ofYear ?? words.note, { year });
    }
  };
  const show = async (wanted) => {
    year = periods.includes(wanted) ? wanted : '';
    failed.textContent = '';
    let data;
    if (year) {
      try { data = await load(); } catch {
        loading = undefined;
        if (wanted === year) failed.textContent = words.failed;
        year = '';
      }
      if (year && wanted !== year) return; // the reader has moved on
    }
    slider.value = year ? periods.indexOf(year) : periods.length;
    output.textContent = year || words.latest;
    slider.setAttribute('aria-valuetext', output.textContent);
    if (year) showYear(data); else showLatest();
  };
  const moved = (settled) => async () => {
    await show(periods[slider.value] ?? '');
    slider.dispatchEvent(new CustomEvent('mapchange', { bubbles: true, detail: settled }));
  };
  slider.addEventListener('input', moved(false));
  slider.addEventListener('change', moved(true));
  return { name: 'year', get: () => year, set: show };
}
