// Reads .bib, .ris or CSL-JSON files with citation-js and prints what it understood of each, as a
// JSON list of lists.
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';

const types = { '.bib': '@bibtex/text', '.ris': '@ris/file', '.json': '@csl/list+object' };

function read(file) {
  const text = readFileSync(file, 'utf8');
  const cite = new Cite(extname(file) === '.json' ? JSON.parse(text) : text, { forceType: types[extname(file)] });
  return cite.data.map((item) => ({
    id: item.id,
    type: item.type,
    author: item.author?.map((name) => name.literal ?? [name.given, name.family].filter(Boolean).join(' ')).join('; '),
    title: item.title,
    work: item['container-title'],
    edition: item.edition ?? item.version ?? '',
    publisher: item.publisher,
    year: item.issued?.['date-parts']?.[0]?.[0],
    url: item.URL,
    note: item.note,
  }));
}

console.log(JSON.stringify(process.argv.slice(2).map(read)));
