import type { ToldStep } from '../trace/insight-types.js';
import { wayOfTrial } from './way-of-trial.js';

const step = (id: string, status = 'done', way: string | null = null): ToldStep => ({ id, action: 'notify', title: null, level: 0, status, at: '', input: null, output: null, way, until: null, error: null });
const trial = (...steps: readonly ToldStep[]) => ({ steps, awaits: null, isCut: false });

it('is at its end once all steps are shown, and not before', () => {
  expect(wayOfTrial(trial(step('a'), step('b')), 1)).toMatchObject({ steps: [{ id: 'a' }], status: 'RUNNING' });
  expect(wayOfTrial(trial(step('a'), step('b')), 2).status).toBe('DONE');
  expect(wayOfTrial(trial(step('a'), step('b')), null)).toMatchObject({ steps: [{ id: 'a' }, { id: 'b' }], status: 'DONE' });
});

it('stops where a step failed without a way for it, where somebody is waited for, and where it was cut', () => {
  expect(wayOfTrial(trial(step('a', 'failed')), null).status).toBe('RUNNING');
  expect(wayOfTrial(trial(step('a', 'failed', 'error'), step('b')), null).status).toBe('DONE');
  expect(wayOfTrial({ ...trial(step('a', 'resting')), awaits: 'a' }, null).status).toBe('RUNNING');
  expect(wayOfTrial({ ...trial(step('a')), isCut: true }, null).status).toBe('RUNNING');
});
