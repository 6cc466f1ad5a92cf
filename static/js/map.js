// The maps of a page: each country is a place with its link, its words and its shapes.
// Without script every country is a link with a name; all of this only adds to that.
import { walk } from './keys.js';
import { card } from './card.js';
import { zoom } from './zoom.js';
import { years } from './years.js';
import { state } from './state.js';

const collator = new Intl.Collator(document.documentElement.lang);

function place(link) {
  const title = link.querySelector('title');
  const text = title.textContent;
  const [name, ...status] = text.split(': ');
  link.setAttribute('aria-label', text);
  title.remove(); // the card says it, and the browser's own box would cover that
  return { link, name, id: link.dataset.country.toLowerCase(), status: status.join(': '), areas: [...link.querySelectorAll('.area')] };
}

export function map(figure) {
  const svg = figure.querySelector('svg.map');
  const tools = figure.querySelector('.map-tools');
  const places = [...svg.querySelectorAll('a')].map(place).sort((a, b) => collator.compare(a.name, b.name));
  const view = zoom(svg, tools);
  walk(svg, places, view);
  card(figure, svg, places);
  const time = years(figure, tools, places);
  state(figure, [time, view]);
  tools.hidden = false;
}
