// Checks GeoJSON files with @placemarkio/check-geojson; prints every issue, exits 1 on any.
import { readFileSync } from 'node:fs';
import { getIssues } from '@placemarkio/check-geojson';

let issues = 0;
for (const file of process.argv.slice(2)) {
  for (const issue of getIssues(readFileSync(file, 'utf8'))) {
    console.error(`${file}:${issue.from}: ${issue.message}`);
    issues++;
  }
}
console.log(`${process.argv.length - 2} files, ${issues} issues`);
process.exit(issues ? 1 : 0);
