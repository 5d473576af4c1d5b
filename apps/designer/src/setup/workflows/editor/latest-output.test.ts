import { latestOutput } from './latest-output.js';

type Runs = Parameters<typeof latestOutput>[0];
const run = (id: string, steps: readonly object[]) => ({ id, startedAt: `at ${id}`, steps }) as unknown as Runs[number];

it('is what came of a step in the latest run that did it', () => {
  const runs = [run('three', [{ id: 'a', status: 'failed', output: { x: 1 } }]), run('two', [{ id: 'b', status: 'done', output: null }, { id: 'a', status: 'done', output: { x: 2 }, finishedAt: 'noon' }]), run('one', [{ id: 'b', status: 'done', output: { y: 1 }, finishedAt: null }])];
  expect(latestOutput(runs, 'a')).toEqual({ run: 'two', at: 'noon', output: { x: 2 } });
  expect(latestOutput(runs, 'b')).toEqual({ run: 'one', at: 'at one', output: { y: 1 } });
  expect(latestOutput(runs, 'c')).toBeUndefined();
});
