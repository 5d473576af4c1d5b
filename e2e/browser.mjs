import { join } from 'node:path';
import { chromium } from 'playwright-core';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Debian's Chromium. Each person gets a context of their own, so that nobody is signed in for another. */
export async function openBrowser({ product, artifacts }) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
  let pictures = 0;
  return {
    close: () => browser.close(),
    async newPerson(journey, options = {}) {
      const context = await browser.newContext({ baseURL: product.url, viewport: { width: 1440, height: 900 }, locale: 'en', timezoneId: 'UTC', acceptDownloads: true, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const complaints = [];
      const requests = watchRequests(page);
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && !isExpected(message) && complaints.push(message.text()));
      return {
        page,
        context,
        /** Keeps a picture of what is on the screen. */
        look: async (what) => {
          pictures += 1;
          // What is still on its way would be missing from the picture.
          await requests.quiet();
          const name = `${String(pictures).padStart(2, '0')}-${journey}-${what}`.replace(/[^a-z0-9-]+/gi, '-').toLowerCase();
          await page.screenshot({ path: join(artifacts, `${name}.png`), animations: 'disabled' });
        },
        close: async () => {
          await context.close();
          return complaints;
        },
      };
    },
  };
}

/** Knows what a page is still waiting for, but for the stream of changes, which never ends. */
function watchRequests(page) {
  const open = new Set();
  page.on('request', (request) => new URL(request.url()).pathname !== '/changes' && open.add(request));
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, (request) => open.delete(request));
  return {
    /** Until nothing has been under way for a moment; gives up after three seconds. */
    quiet: async () => {
      for (let waited = 0, still = 0; waited < 3_000 && still < 300; waited += 50) {
        still = open.size === 0 ? still + 50 : 0;
        await page.waitForTimeout(50);
      }
    },
  };
}

/** A refused request is part of some journeys; the browser writes each into its console. */
function isExpected(message) {
  return /status of (401|403|404|409|422)/.test(message.text());
}
