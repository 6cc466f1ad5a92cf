// The best entries for a text. Accents, case, apostrophes and signs do not count; what begins
// with the text comes before what holds it; a slip of the pen counts only if nothing else fits.
import { fold } from './fold.js';

const most = 8;
const plain = (s) => fold(s).replace(/['’ʼ]/g, '').replace(/&/g, ' and ').replace(/[^\p{L}\p{N}]+/gu, ' ').replace(/\bsaint\b/g, 'st').trim();

// How many letters must be changed, added or left out to make one text of the other.
function edits(a, b) {
  let row = [...b, ''].map((_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
    row = next;
  }
  return row[b.length];
}

function rank(text, want) {
  if (text === want) return 1;
  if (text.startsWith(want)) return 2;
  const words = text.split(' ');
  if (want.split(' ').every((w) => words.some((word) => word.startsWith(w)))) return 3;
  return want.length > 2 && text.includes(want) ? 4 : 9;
}

function slip(text, want) {
  const most = want.length < 5 ? 0 : want.length < 8 ? 1 : 2;
  return Math.abs(text.length - want.length) <= most && edits(text, want) <= most ? 5 : 9;
}

export function search(index, text) {
  const want = plain(text);
  if (!want) return [];
  const entries = index.flatMap(([folder, list]) => list.map(([id, code, ...names]) => ({ folder, id, code, names })));
  const by = (how) => entries.map(({ folder, id, code, names }) => {
    const ranks = names.map((name, i) => how(plain(name), want) + (i && 0.5));
    const least = Math.min(...ranks);
    const best = [id, code].some((c) => plain(c) === want) ? 0 : least;
    const other = best && ranks[0] > 5 ? names[ranks.indexOf(least)] : '';
    return { folder, id, name: names[0], other, best };
  }).filter(({ best }) => best < 6).sort((a, b) => a.best - b.best);
  const found = by(rank);
  return (found.length ? found : by(slip)).slice(0, most);
}
