// Checks linked data with what others wrote. node linked-data.mjs FILE... reads the JSON-LD of
// pages and of .jsonld files with jsonld.js, which may drop nothing, and never from the network;
// holds every property and class of schema.org, DCAT and Dublin Core to the vocabulary that
// defines it; and applies the rules of search engines as Adobe's validator knows them. Prints the
// statements of each file, then how many files and faults there are; exits with 1 if there is any.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import jsonld from 'jsonld';
import Validator from '@adobe/structured-data-validator';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#';
const schema = 'http://schema.org/';

// What https://schema.org answers, as far as the atlas needs it: names, and which of them lead to
// things (schemaorgcontext.jsonld of schema.org).
const contexts = {
  'https://schema.org': {
    '@context': {
      '@vocab': schema,
      ...Object.fromEntries(['contentUrl', 'item', 'license', 'url'].map((name) => [name, { '@type': '@id' }])),
      datePublished: { '@type': `${schema}Date` },
    },
  },
};
const documentLoader = async (url) => {
  if (!contexts[url]) throw new Error(`${url} would be fetched`);
  return { document: contexts[url], documentUrl: url };
};

// vocabulary reads the statements of one of the packages @vocabulary/…
function vocabulary(name) {
  const file = fileURLToPath(import.meta.resolve(`@vocabulary/${name}`)).replace(/index\.js$/, `${name}.nq`);
  return readFileSync(file, 'utf8').split('\n').map((line) => line.match(/^<([^>]*)> <([^>]*)> <([^>]*)>/)?.slice(1)).filter(Boolean);
}

const known = { [schema]: vocabulary('schema'), 'http://www.w3.org/ns/dcat#': vocabulary('dcat'), 'http://purl.org/dc/terms/': vocabulary('dcterms') };
const defined = new Set(Object.values(known).flat().map(([subject]) => subject));
defined.add('http://www.w3.org/ns/dcat#version'); // new in DCAT 3; the package holds DCAT 2
const unknown = (iri) => Object.keys(known).some((space) => iri.startsWith(space)) && !defined.has(iri);

// The form in which Adobe's validator wants to read schema.org.
const short = (iri) => ({ '@id': iri.replace(schema, 'schema:') });
const entities = new Map();
for (const [subject, predicate, object] of known[schema]) {
  const entity = entities.get(subject) ?? { ...short(subject), 'rdfs:subClassOf': [], 'schema:domainIncludes': [] };
  entities.set(subject, entity);
  if (predicate === `${rdf}type` && object === `${rdfs}Class`) entity['@type'] = 'rdfs:Class';
  if (predicate === `${rdf}type` && object === `${rdf}Property`) entity['@type'] = 'rdf:Property';
  if (predicate === `${rdfs}subClassOf` && object.startsWith(schema)) entity['rdfs:subClassOf'].push(short(object));
  if (predicate === `${schema}domainIncludes`) entity['schema:domainIncludes'].push(short(object));
}
const validator = new Validator({ '@graph': [...entities.values()] });

function parts(file) {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.html')) return [JSON.parse(text)];
  return [...text.matchAll(/<script type="?application\/ld\+json"?>(.*?)<\/script>/gs)].map(([, json]) => JSON.parse(json));
}

let faults = 0;
const files = process.argv.slice(2);
for (const file of files) {
  const fault = (text) => { faults++; console.log(`${file}: ${text}`); };
  for (const part of parts(file)) {
    const quads = await jsonld.toRDF(part, { documentLoader, safe: true }).catch((error) => fault(error.message + JSON.stringify(error.details?.event ?? '')) ?? []);
    for (const { predicate, object } of quads) {
      if (unknown(predicate.value)) fault(`no property ${predicate.value}`);
      if (predicate.value === `${rdf}type` && unknown(object.value)) fault(`no class ${object.value}`);
    }
    if (part['@context'] === 'https://schema.org') {
      const issues = await validator.validate({ jsonld: group(part['@graph']) });
      for (const { issueMessage, rootType, fieldNames } of issues) fault(`${rootType} ${fieldNames}: ${issueMessage}`);
    }
    console.log(`${file}: ${quads.length} statements`);
  }
}
console.log(`${files.length} files, ${faults} faults`);
process.exitCode = faults ? 1 : 0;

function group(items) {
  const all = {};
  for (const item of items) (all[item['@type']] ??= []).push(item);
  return all;
}
