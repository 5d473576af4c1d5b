import { listProblems } from './list-problems.js';

const problem = (message: string) => ({ path: '', code: 'x', message });

it('lists what is wrong in the order of the flow, each part once', () => {
  const saved = new Map([['step:b' as const, [problem('told b')]], ['workflow' as const, [problem('no title')]]]);
  const typed = new Map([['step:b' as const, [problem('found b'), problem('found more')]], ['step:a' as const, [problem('found a')]]]);
  expect(listProblems(saved, typed, ['trigger', 'condition', 'step:a', 'step:b']).map(({ part, problem: { message } }) => [part, message])).toEqual([
    ['workflow', 'no title'], ['step:a', 'found a'], ['step:b', 'found b'], ['step:b', 'found more'],
  ]);
});
