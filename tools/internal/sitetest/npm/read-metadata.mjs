// Reads the tags in the head of pages as Wikimedia's services do (html-metadata) and prints the
// Highwire and Dublin Core ones of each file, as a JSON list.
import { readFileSync } from 'node:fs';
import metadata from 'html-metadata';

const read = async (file) => {
  const { highwirePress = {}, dublinCore = {} } = await metadata.loadFromString(readFileSync(file, 'utf8'));
  return { highwire: highwirePress, core: dublinCore };
};
console.log(JSON.stringify(await Promise.all(process.argv.slice(2).map(read))));
