import { familyOf, readProcessorTime } from '../throughput/processor-time.mjs';

/** Seconds by the clock and of processor time that something takes, in the processes of a place; what the bench itself asks of PostgreSQL meanwhile is left out. */
export async function timed({ postmaster, product, backend }, work) {
  const pids = () => [...familyOf(postmaster).filter((pid) => pid !== backend), product.process.pid];
  const before = readProcessorTime(pids());
  const ownBefore = readProcessorTime([product.process.pid]);
  const started = performance.now();
  await work();
  return { seconds: (performance.now() - started) / 1000, processor: (readProcessorTime(pids()) - before) / 1000, own: (readProcessorTime([product.process.pid]) - ownBefore) / 1000 };
}

export async function timedStatement(postmaster, database, text, values) {
  const before = readProcessorTime(familyOf(postmaster));
  const started = performance.now();
  const { rows } = await database.query(text, values);
  return { rows, seconds: (performance.now() - started) / 1000, processor: (readProcessorTime(familyOf(postmaster)) - before) / 1000 };
}

/** The product's side first; ratios are of the product to each other side. */
export function report(title, { product, ...others }, count) {
  console.log(`\n${title}`);
  const line = (name, { seconds, processor }, ratio = '') => console.log(`  ${name.padEnd(36)} ${seconds.toFixed(2).padStart(9)} s  ${processor.toFixed(2).padStart(9)} s of processor  ${(count / seconds).toFixed(0).padStart(8)} a second  ${ratio}`);
  line('product', product, `${product.own.toFixed(2)} s of it in the product's own process`);
  for (const [name, side] of Object.entries(others)) line(name, side, `product takes ${(product.seconds / side.seconds).toFixed(2)}× as long, ${(product.processor / side.processor).toFixed(2)}× the processor`);
}

/**
 * The two ratios that are aimed at. What history and events cost is what they add to the bare statement; so much is taken off the
 * product for the first one. The rest stays: it also matches and forgets the events that it has written.
 */
export function reportAims({ product, bare, whole }, { without, included }) {
  const ratio = (read) => ({ without: (read(product) - (read(whole) - read(bare))) / read(bare), included: read(product) / read(bare) });
  const [processor, clock] = [ratio((side) => side.processor), ratio((side) => side.seconds)];
  const line = (name, key, aim) => console.log(`  ${name.padEnd(36)} ${processor[key].toFixed(2)}× the processor of the bare statement, ${clock[key].toFixed(2)}× by the clock (aim: ${aim}×)`);
  line('without history and events', 'without', without);
  if (included !== undefined) line('history and events included', 'included', included);
}
