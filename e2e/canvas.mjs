// How the canvas of a large workflow feels: `node e2e/canvas.mjs [steps]`. It opens, pans and walks a workflow of 150 steps in
// a real Chromium and prints milliseconds. Nothing is asserted: what else the machine does is in the numbers, too.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from './browser.mjs';
import { publishDocuments } from './documents.mjs';
import { see, signIn } from './gestures.mjs';
import { startProduct } from './product.mjs';

const wanted = Number(process.argv[2] ?? 150);
const OPENINGS = 5;
const FRAMES = 180;

const artifacts = await mkdtemp(join(tmpdir(), 'guanxi-canvas-'));
const product = await startProduct();
const browser = await openBrowser({ product, artifacts });
try {
  const { page, look } = await browser.newPerson('canvas');
  await publishDocuments(product, [largeWorkflow(wanted)]);
  await signIn(page, product.admin);
  await page.goto('/setup/workflows');
  await see(page.getByRole('link', { name: 'Large' }));
  const opened = [];
  for (let round = 0; round < OPENINGS; round += 1) {
    await page.evaluate(() => globalThis.__TSR_ROUTER__.navigate({ href: '/setup/workflows' }));
    await see(page.getByRole('link', { name: 'Large' }));
    opened.push(await timeOpening(page));
  }
  await look('open');
  const canvas = page.getByRole('group', { name: 'Flow of the workflow' });
  const box = await canvas.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const panned = await frames(page, async () => { for (let turn = 0; turn < 60; turn += 1) await page.mouse.wheel(0, turn < 30 ? 160 : -160); });
  const dragged = await frames(page, async () => {
    await page.mouse.move(box.x + 40, box.y + box.height - 200);
    await page.mouse.down();
    for (let turn = 0; turn < 60; turn += 1) await page.mouse.move(box.x + 40 + turn * 3, box.y + box.height - 200 - turn * 6);
    await page.mouse.up();
  });
  const walked = await timeKeys(page);
  console.log(`${wanted} steps, ${await page.evaluate(() => globalThis.document.querySelectorAll('*').length)} elements in the document`);
  report('from the list to the first card, ms', opened);
  report('frame while the wheel pans, ms', panned);
  report('frame while the pointer pans, ms', dragged);
  report('arrow key to the focus on the next card, ms', walked);
} finally {
  await browser.close();
  await product.stop();
}

/** Every tenth step is a branch of two ways. */
function largeWorkflow(count) {
  const task = (id) => ({ id, action: 'createRecord', title: `Task ${id}`, input: { object: 'Task', values: { subject: `'Call ' & name`, customer: 'id', owner: 'owner' } } });
  const steps = [];
  for (let made = 0; made < count; ) {
    const id = `s${made}`;
    if (made % 10 !== 5 || count - made < 3) { steps.push(task(id)); made += 1; continue; }
    steps.push({ id, action: 'branch', input: { cases: [{ name: 'one', title: 'Large', when: 'LEN(name) > 5' }] }, paths: { one: [task(`${id}a`)], otherwise: [task(`${id}b`)] } });
    made += 3;
  }
  return { kind: 'workflow', name: 'large', title: 'Large', object: 'Customer', trigger: { created: {} }, steps, guanxi: { id: 'figures-large' } };
}

function timeOpening(page) {
  return page.evaluate(async () => {
    const started = globalThis.performance.now();
    void globalThis.__TSR_ROUTER__.navigate({ href: '/setup/workflows/large' });
    while (!globalThis.document.querySelector('.react-flow__node button')) await new Promise(globalThis.requestAnimationFrame);
    await new Promise(globalThis.requestAnimationFrame);
    return globalThis.performance.now() - started;
  });
}

async function frames(page, act) {
  const counted = page.evaluate((most) => new Promise((done) => {
    const found = [];
    let last = globalThis.performance.now();
    const next = (now) => { found.push(now - last); last = now; if (found.length < most) globalThis.requestAnimationFrame(next); else done(found.slice(2)); };
    globalThis.requestAnimationFrame(next);
  }), FRAMES);
  await act();
  return counted;
}

/** Down through the workflow, each key after the focus has come. */
async function timeKeys(page) {
  await page.evaluate(() => globalThis.document.querySelector('.react-flow__node button').focus());
  await page.keyboard.press('Home');
  const times = [];
  for (let step = 0; step < 40; step += 1) {
    await page.evaluate(() => { const at = globalThis.document.activeElement; globalThis.__walked = new Promise((done) => { const began = globalThis.performance.now(); const look = () => (globalThis.document.activeElement !== at && globalThis.document.activeElement !== globalThis.document.body ? done(globalThis.performance.now() - began) : globalThis.performance.now() - began > 2_000 ? done(null) : globalThis.requestAnimationFrame(look)); look(); }); });
    await page.keyboard.press('ArrowDown');
    const took = await page.evaluate(() => globalThis.__walked);
    if (took !== null) times.push(took);
  }
  return times;
}

function report(what, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]?.toFixed(1);
  console.log(`${what}: median ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)} (${sorted.length})`);
}
