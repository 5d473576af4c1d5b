// A real Chromium goes through the product as people would, on an installation made for it by `npm start`.
// `npm run e2e`                 everything
// `npm run e2e -- import`       only journeys whose name contains "import" (with those they build on)
// E2E_KEEP=1 leaves the product running at the end; CHROMIUM names another browser than Debian's.
import { rm, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './browser.mjs';
import { journeys } from './journeys/index.mjs';
import { startProduct } from './product.mjs';

const wanted = process.argv.slice(2);
const artifacts = fileURLToPath(new URL('../artifacts/e2e/', import.meta.url));
await rm(artifacts, { recursive: true, force: true });
await mkdir(artifacts, { recursive: true });

const last = journeys.findLastIndex(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
let passed = 0;
let failed = 0;
let product;
let browser;
try {
  product = await startProduct();
  browser = await openBrowser({ product, artifacts });
  // Each journey builds on what the ones before it left behind, as a person's day does.
  for (const { name, walk } of journeys.slice(0, last + 1)) {
    const started = Date.now();
    const page = await browser.newPerson(name);
    try {
      await walk({ ...page, product, newPerson: browser.newPerson });
      passed += 1;
      console.log(`✓ ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    } catch (failure) {
      failed += 1;
      console.error(`✗ ${name}\n${failure instanceof Error ? failure.stack : String(failure)}`);
      await page.look('failed');
    } finally {
      const complaints = await page.close();
      if (complaints.length > 0) {
        failed += 1;
        console.error(`✗ ${name}: the browser's console complained\n  ${complaints.join('\n  ')}`);
      }
    }
  }
} finally {
  await browser?.close();
  if (process.env.E2E_KEEP === '1' && product) console.log(`The product goes on at ${product.url}; end it with Ctrl-C.`);
  else await product?.stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
