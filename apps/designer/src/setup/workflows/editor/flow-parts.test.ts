import { groupProblems } from './flow-parts.js';

describe('problems of a workflow', () => {
  it('stand at the card that their pointer leads to', () => {
    const problem = (path: string) => ({ path, code: 'x', message: path });
    const groups = groupProblems(['/0/steps/1/input/values/dueOn', '/0/when', '/workflow:winback/trigger/elapsed/after', '/0/title', ''].map(problem), [{ id: 'a' }, { id: 'b' }]);
    expect([...groups].map(([part, found]) => [part, found.map(({ path }) => path)])).toEqual([
      ['step:b', ['/input/values/dueOn']], ['condition', ['/when']], ['trigger', ['/trigger/elapsed/after']], ['workflow', ['/title', '']],
    ]);
  });
});
