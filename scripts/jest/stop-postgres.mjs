import { once } from 'node:events';

export default async function stopPostgres() {
  const keeper = globalThis.guanxiPostgresKeeper;
  if (!keeper || keeper.exitCode !== null) return;
  keeper.ref();
  const ended = once(keeper, 'exit');
  keeper.stdin.end();
  await ended;
}
