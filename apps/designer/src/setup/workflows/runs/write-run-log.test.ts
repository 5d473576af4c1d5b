import type { Run } from '../automation-types.js';
import { writeRunLog } from './write-run-log.js';

it('keeps everything of a run but what is true of the present version only', () => {
  const run = { id: 'r1', workflow: 'winback-call', status: 'FAILED', error: '連線被拒', stepIsThere: true, steps: [{ id: 'call', input: { text: 'x'.repeat(5000) } }] } as unknown as Run;
  const { stepIsThere: _, ...kept } = run;
  expect(JSON.parse(writeRunLog(run))).toEqual(kept);
});
