import { groupProblems } from './flow-parts.js';

describe('problems of a workflow', () => {
  it('stand at the card that their pointer leads to', () => {
    const problem = (path: string) => ({ path, code: 'x', message: path });
    const groups = groupProblems(['/0/steps/1/input/values/dueOn', '/0/when', '/workflow:winback/trigger/elapsed/after', '/0/title', '', '/0/steps/1/paths/yes/0/input'].map(problem), [{ step: { id: 'a' }, pointer: '/steps/0' }, { step: { id: 'b' }, pointer: '/steps/1' }, { step: { id: 'c' }, pointer: '/steps/1/paths/yes/0' }]);
    expect([...groups].map(([part, found]) => [part, found.map(({ path }) => path)])).toEqual([
      ['step:b', ['/input/values/dueOn']], ['condition', ['/when']], ['trigger', ['/trigger/elapsed/after']], ['workflow', ['/title', '']], ['step:c', ['/input']],
    ]);
  });
});
