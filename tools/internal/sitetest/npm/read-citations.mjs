// Reads a .bib, .ris or CSL-JSON file with citation-js and prints what it understood, as JSON.
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';

const file = process.argv[2];
const text = readFileSync(file, 'utf8');
const types = { '.bib': '@bibtex/text', '.ris': '@ris/file', '.json': '@csl/list+object' };
const type = types[extname(file)];
const cite = new Cite(extname(file) === '.json' ? JSON.parse(text) : text, { forceType: type });
const seen = cite.data.map((item) => ({
  id: item.id,
  title: item.title,
  publisher: item.publisher,
  year: item.issued?.['date-parts']?.[0]?.[0],
  url: item.URL,
}));
console.log(JSON.stringify(seen));
