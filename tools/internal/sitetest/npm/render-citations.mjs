// Sets CSL-JSON files in the styles of the Citation Style Language, as reference managers do, and
// prints for each file its text in APA, Vancouver and Chicago, as a JSON list.
// node render-citations.mjs DATE FILE..., DATE being the day of access such as 2026-11-22.
import { readFileSync } from 'node:fs';
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
// citation-js brings APA 7 and Vancouver; Chicago's 17th edition comes with another package.
import chicago from './node_modules/rehype-citation/dist/node/styles/chicago.js';

plugins.config.get('@csl').styles.add('chicago', chicago);

const [accessed, ...files] = process.argv.slice(2);
const day = { 'date-parts': [accessed.split('-').map(Number)] };
const rendered = files.map((file) => {
  const cite = new Cite(JSON.parse(readFileSync(file, 'utf8')).map((item) => ({ ...item, accessed: day })));
  const text = (template) => cite.format('bibliography', { template, lang: 'en-US' }).trim();
  return { apa: text('apa'), vancouver: text('vancouver'), chicago: text('chicago') };
});
console.log(JSON.stringify(rendered));
