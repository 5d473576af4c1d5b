import type { Command } from 'commander';
import { connect } from '../connection.js';
import { saveAnswer } from '../save-answer.js';
import { verifyTrailFile } from '../verify-trail-file.js';

interface TrailState {
  readonly chain: string;
  readonly entries: number;
  readonly seq: string;
  readonly hash: string;
  readonly removedUpTo: string | null;
  readonly brokenAt: string | null;
  readonly fault: string | null;
}

const FAULTS: Readonly<Record<string, string>> = {
  changed: 'is not as it was written',
  missing: 'comes after an entry that is missing',
  inserted: 'was put in',
  cut: 'should be there: the end of the chain was cut off',
  checkpoint: 'has a checkpoint that this installation did not sign',
};

/** The audit trail: whether its chain is whole, and the trail as a file. */
export function addAuditCommand(program: Command): void {
  const audit = program.command('audit').description('the audit trail: verify its chain of hashes, or write it into a file');

  audit
    .command('verify')
    .description('work the chain of hashes out again and tell the first entry that is wrong; ends with 1 where there is one')
    .option('--file <ndjson>', 'an exported file instead of what the server has; nothing is asked of the server')
    .action(async ({ file }: { readonly file?: string }, command: Command) => {
      const states = file === undefined ? await askServer(command) : await verifyTrailFile(file);
      for (const state of states) console.log(tell(state));
      if (states.some(({ brokenAt }) => brokenAt !== null)) process.exitCode = 1;
    });

  audit
    .command('export')
    .description('write the entries of the trail with their hashes into a file')
    .argument('<file>', 'where to; its ending says how: .csv or .ndjson')
    .option('--from <moment>', 'entries from this moment on: 2026-01-01T00:00:00Z')
    .option('--to <moment>', 'entries before this moment')
    .action(async (file: string, { from, to }: { readonly from?: string; readonly to?: string }, command: Command) => {
      const { url, key } = await connect(command);
      const format = /\.(csv|ndjson)$/.exec(file)?.[1];
      if (!format) throw new Error(`${file} has to end in .csv or .ndjson.`);
      const address = new URL(`/export/trail.${format}`, url);
      for (const [name, moment] of Object.entries({ from, to })) {
        if (moment === undefined) continue;
        if (Number.isNaN(Date.parse(moment))) throw new Error(`--${name} has to be a moment such as 2026-01-01T00:00:00Z.`);
        address.searchParams.set(name, moment);
      }
      const bytes = await saveAnswer(address, key, file);
      console.log(`✓ The audit trail is in ${file} (${bytes.toLocaleString('en')} bytes).`);
    });
}

async function askServer(command: Command): Promise<readonly TrailState[]> {
  const { metadata } = await connect(command);
  const { verifyTrail } = await metadata<{ verifyTrail: readonly TrailState[] }>('{ verifyTrail { chain entries seq hash removedUpTo brokenAt fault } }');
  return verifyTrail;
}

function tell({ chain, entries, seq, hash, removedUpTo, brokenAt, fault }: TrailState): string {
  if (brokenAt !== null) return `✗ ${chain}: entry ${brokenAt} ${FAULTS[fault ?? ''] ?? 'is wrong'}. The ${entries} entries before it are whole.`;
  const earlier = removedUpTo === null ? '' : ` Entries up to ${removedUpTo} are gone, under a signed checkpoint.`;
  return `✓ ${chain}: ${entries} entries, whole. The last one is ${seq} with ${hash}.${earlier}`;
}
