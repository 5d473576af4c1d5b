import { parseArgs } from 'node:util';

const usage = `npm run torture -- [--saves 10000] [--kills 200] [--queue postgres|redis] [--seed N] [--clients 8] [--workers 2] [--minutes 60] [--strict]

  --saves    saves that the clients make between them
  --kills    how often something is killed
  --queue    where the queue lives; redis needs redis-server on this machine
  --seed     the same saves and the same kills again (not at the same instants)
  --minutes  when it gives up
  --strict   standing still for longer than two leases is a fault, and so is a run that is not at its end two leases after the last work`;

const least = { saves: 20, kills: 0, clients: 1, workers: 1, minutes: 1, seed: 0 };

/** What was asked for on the command line. Answers a sentence instead where it makes no sense. */
export function readTortureSettings(words) {
  let values;
  try {
    ({ values } = parseArgs({
      args: words,
      options: {
        saves: { type: 'string', default: '10000' },
        kills: { type: 'string', default: '200' },
        queue: { type: 'string', default: 'postgres' },
        seed: { type: 'string', default: String(Date.now() % 1_000_000) },
        clients: { type: 'string', default: '8' },
        workers: { type: 'string', default: '2' },
        minutes: { type: 'string', default: '60' },
        strict: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return { refusal: `${error.message}\n\n${usage}` };
  }
  if (values.help) return { refusal: usage };
  if (values.queue !== 'postgres' && values.queue !== 'redis') return { refusal: `The queue lives on postgres or on redis, not on ${values.queue}.\n\n${usage}` };
  const numbers = Object.fromEntries(Object.keys(least).map((name) => [name, Number(values[name])]));
  const wrong = Object.keys(least).filter((name) => !Number.isInteger(numbers[name]) || numbers[name] < least[name]);
  if (wrong.length > 0) return { refusal: `${wrong.map((name) => `--${name} is a whole number from ${least[name]} on`).join('; ')}.\n\n${usage}` };
  return { ...numbers, queue: values.queue, strict: values.strict };
}
