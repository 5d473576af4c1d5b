import { setTimeout as wait } from 'node:timers/promises';

const weights = { worker: 45, api: 18, backend: 8, connections: 6, server: 6, redis: 8, flush: 9 };
/** What cannot be hit while another one comes back. */
const hiddenBy = { server: ['server', 'backend', 'connections'], redis: ['redis', 'flush'], connections: ['server', 'connections'] };
/** Of all kills, those while the clients save; the others come while what they left is worked off. */
const DURING_SAVES = 0.8;

/**
 * Kills so many times, spread over the saves, and goes on when these are made. What is killed comes back at once, and may be
 * killed again while it does. `tally` says how often what was killed.
 */
export function startKiller({ kills, saves, begun, chance, targets, say }) {
  const during = Math.round(kills * DURING_SAVES);
  const tally = {};
  let stopped = false;
  const failures = [];
  const returning = new Map();

  const choose = () => {
    const hidden = new Set([...returning.keys()].flatMap((name) => hiddenBy[name] ?? []));
    const open = Object.entries(weights).filter(([target]) => targets[target] && !hidden.has(target));
    // Each of them once, however few the kills are; then as often as it weighs.
    const fresh = open.filter(([target]) => tally[target] === undefined);
    return chance.pick(Object.fromEntries(fresh.length > 0 ? fresh : open));
  };

  const killOne = () => {
    const name = choose();
    tally[name] = (tally[name] ?? 0) + 1;
    say(`kill ${Object.values(tally).reduce((sum, count) => sum + count)}: ${name}`);
    const back = Promise.resolve().then(targets[name]).catch((error) => failures.push(`${name}: ${error.stack}`)).finally(() => returning.delete(name));
    returning.set(name, back);
    // Two at a time are enough: with everything down nothing is under way that could be broken.
    return returning.size >= 2 ? Promise.race(returning.values()) : undefined;
  };

  const ended = (async () => {
    for (let count = 0; count < kills && !stopped; count += 1) {
      const due = count < during ? Math.floor(((count + chance.next()) * saves) / during) : saves;
      while (begun() < due && !stopped) await wait(5);
      await wait(count < during ? chance.below(150) : 200 + chance.below(2_000));
      await killOne();
    }
    await Promise.all(returning.values());
  })();

  return {
    tally,
    failures,
    ended,
    stop() {
      stopped = true;
      return ended;
    },
  };
}
