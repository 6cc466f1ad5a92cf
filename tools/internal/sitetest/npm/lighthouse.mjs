// Has Lighthouse look at pages as on a phone on a slow line.
// node lighthouse.mjs CHROMIUM CATEGORIES ADDRESS... prints for each page a line of JSON: its scores from 0 to
// 100 in the categories, which stand between commas, what the browser measured if performance is among
// them, and every audit that is not passed.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const [chromePath, categories, ...addresses] = process.argv.slice(2);
const metrics = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index', 'total-byte-weight'];
const browser = await launch({ chromePath, chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'] });
try {
  for (const address of addresses) {
    const { lhr } = await lighthouse(address, { port: browser.port, logLevel: 'error', onlyCategories: categories.split(',') });
    const scores = Object.fromEntries(Object.entries(lhr.categories).map(([id, { score }]) => [id, Math.round(100 * score)]));
    const measured = Object.fromEntries(metrics.filter((id) => lhr.audits[id]).map((id) => [id, lhr.audits[id].displayValue]));
    const below = Object.entries(lhr.categories).flatMap(([category, { auditRefs }]) => auditRefs
      .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9)
      .map(({ id }) => `${category}: ${id}: ${lhr.audits[id].title}`));
    console.log(JSON.stringify({ address, version: lhr.lighthouseVersion, scores, measured, below }));
  }
} finally {
  await browser.kill();
}
