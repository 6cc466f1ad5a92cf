// Checks HTML files with html-validate: its recommended rules and those for accessibility.
// node html-validate.mjs FILE... prints each fault with its place, then how many files and
// faults there are; exits with 1 if there is any.
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';

const rules = {
  // Style that the minifier decides: <!doctype html>, and & where it can mean nothing else.
  'doctype-style': ['error', { style: 'lowercase' }],
  'no-raw-characters': ['error', { relaxed: true }],
  // A title is as long as the name of its page; 70 characters is advice for search engines.
  'long-title': 'off',
  // A list may be named, as the legend of a map is.
  'aria-label-misuse': ['error', { allowAnyNamable: true }],
};

const validator = new HtmlValidate(new FileSystemConfigLoader({
  root: true, extends: ['html-validate:recommended', 'html-validate:a11y'], rules,
}));
const files = process.argv.slice(2);
let faults = 0;
for (const file of files) {
  for (const { messages } of (await validator.validateFile(file)).results) {
    for (const { line, column, ruleId, message } of messages) {
      faults++;
      console.log(`${file}:${line}:${column}: ${ruleId}: ${message}`);
    }
  }
}
console.log(`${files.length} files, ${faults} faults`);
process.exitCode = faults ? 1 : 0;
