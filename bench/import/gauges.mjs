// What a measured stretch costs beside its time: only Linux tells processor time and memory of other processes.
import { readFile, readdir } from 'node:fs/promises';

const TICKS = 100;
const EVERY = 200;

/** Begins to measure. `processId` is the product's; the answer's `stop` tells what was used since. */
export async function startGauges({ database, processId }) {
  const { rows: [{ pid }] } = await database.query('select pg_backend_pid() as pid');
  const postmaster = (await readStat(pid))?.parent;
  const began = await readAll();
  let [memory, backend] = [0, 0];
  const look = async () => {
    memory = Math.max(memory, await readMemory(processId, 'VmRSS'));
    for (const { id } of await childrenOf(postmaster)) backend = Math.max(backend, await readMemory(id, 'RssAnon'));
  };
  const timer = setInterval(() => void look().catch(() => undefined), EVERY);
  return {
    /** Seconds so far, and those of processor time. */
    async lap() {
      const now = await readAll();
      return { seconds: (now.at - began.at) / 1000, processor: now.product - began.product + now.postgres - began.postgres };
    },
    async stop() {
      clearInterval(timer);
      await look();
      const ended = await readAll();
      return {
        seconds: (ended.at - began.at) / 1000,
        product: ended.product - began.product,
        postgres: ended.postgres - began.postgres,
        wal: Number((await database.query('select pg_wal_lsn_diff($1, $2) as bytes', [ended.wal, began.wal])).rows[0].bytes) / 1e6,
        memory,
        backend,
      };
    },
  };

  async function readAll() {
    const { rows: [{ wal }] } = await database.query('select pg_current_wal_insert_lsn() as wal');
    const backends = await childrenOf(postmaster);
    // A child that has ended is counted with its parent.
    const postgres = backends.reduce((sum, { own }) => sum + own, (await readStat(postmaster))?.children ?? 0);
    return { at: performance.now(), wal, postgres, product: (await readStat(processId))?.own ?? 0 };
  }
}

/** Seconds of processor time, its own and of children that have ended. */
async function readStat(id) {
  const text = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const [, parent, ...rest] = text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number);
  const [user, system, userOfChildren, systemOfChildren] = rest.slice(9);
  return { id, parent, own: (user + system) / TICKS, children: (userOfChildren + systemOfChildren) / TICKS };
}

async function childrenOf(postmaster) {
  const names = await readdir('/proc').catch(() => []);
  const all = await Promise.all(names.filter((name) => /^\d+$/.test(name)).map(Number).map(readStat));
  return all.filter((one) => one?.parent === postmaster);
}

/** Megabytes. */
export async function readMemory(id, line) {
  const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
  return Math.round(Number(new RegExp(`${line}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
}
