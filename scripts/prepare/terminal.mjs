// What people see while they wait: one line per step, with a tick and how long it took.
const HEARTBEAT_MS = 15_000;

/** Ends the program with a sentence instead of a stack trace. */
export class Refusal extends Error {}

export const say = (line) => process.stdout.write(`${line}\n`);
export const note = (line) => say(`    ${line}`);

/** Runs one step; a long one says that it is still at work. `work` may return a remark for the line. */
export async function step(title, work) {
  const begin = Date.now();
  const seconds = () => ((Date.now() - begin) / 1000).toFixed(1);
  const beat = setInterval(() => say(`  … ${title} (${Math.round((Date.now() - begin) / 1000)} s)`), HEARTBEAT_MS);
  try {
    const result = await work();
    say(`  ✓ ${title}${typeof result === 'string' ? `: ${result}` : ''} (${seconds()} s)`);
    return result;
  } catch (error) {
    say(`  ✗ ${title}`);
    throw error;
  } finally {
    clearInterval(beat);
  }
}

/** Runs a whole script: refusals are printed as they are, bugs with their stack. */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    const isExpected = error instanceof Refusal || error?.name === 'EmbeddedPostgresError';
    process.stderr.write(`\n${isExpected ? error.message : (error?.stack ?? String(error))}\n`);
    process.exitCode = 1;
  }
}
