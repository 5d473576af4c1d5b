import fc from 'fast-check';
import type { WorkflowDocument } from '@guanxi/metadata';
import { advance, newRun, type Advanced, type Outcome } from './advance.js';

const workflow = {
  kind: 'workflow', name: 'two-steps', title: 'Two steps', object: 'Customer', trigger: { created: {} }, guanxi: { id: 'w1' },
  steps: [{ id: 'first', action: 'updateRecord', input: {} }, { id: 'second', action: 'notify', input: {} }],
} satisfies WorkflowDocument;

const play = (outcomes: readonly Outcome[]): Advanced =>
  outcomes.reduce<Advanced>((last, outcome) => advance(workflow, last.run, outcome), advance(workflow, newRun));

const succeeded: Outcome = { kind: 'succeeded' };
const failed: Outcome = { kind: 'failed', error: 'The connection was lost.', refused: false };
const refused: Outcome = { kind: 'failed', error: 'Status does not take “x”.', refused: true };

describe('advance', () => {
  it('performs the steps in their order and finishes', () => {
    expect(play([]).command).toMatchObject({ kind: 'perform', step: { id: 'first' } });
    expect(play([succeeded]).command).toMatchObject({ kind: 'perform', step: { id: 'second' } });
    expect(play([succeeded, succeeded])).toEqual({ run: { status: 'done', step: 2, attempts: 0 }, command: { kind: 'finish' } });
  });

  it('waits longer before each new try and then parks', () => {
    const waits = [1, 2, 3, 4].map((tries) => play(Array<Outcome>(tries).fill(failed)).command);
    expect(waits.map((command) => 'seconds' in command && command.seconds)).toEqual([5, 30, 300, 1800]);
    expect(play(Array<Outcome>(5).fill(failed))).toEqual({
      run: { status: 'failed', step: 0, attempts: 5 },
      command: { kind: 'park', error: 'The connection was lost.' },
    });
  });

  it('parks sooner where the records refuse the values', () => {
    expect(play([refused, refused, refused]).command.kind).toBe('park');
  });

  it('goes on with the step that failed when a person retries, not from the beginning', () => {
    const again = play([succeeded, refused, refused, refused, { kind: 'retried' }]);
    expect(again).toMatchObject({ run: { status: 'running', step: 1, attempts: 0 }, command: { kind: 'perform', step: { id: 'second' } } });
  });

  it('never does a step twice that succeeded, whatever fails between', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Outcome>(succeeded, failed, refused, { kind: 'retried' }), { maxLength: 30 }), (outcomes) => {
        let last = advance(workflow, newRun);
        for (const outcome of outcomes) {
          const next = advance(workflow, last.run, outcome);
          expect(next.run.step).toBeGreaterThanOrEqual(last.run.step);
          expect(next.run.step).toBeLessThanOrEqual(last.run.step + 1);
          if (outcome.kind === 'succeeded' && last.run.status !== 'done') expect(next.run.step).toBe(last.run.step + 1);
          last = next;
        }
      }),
    );
  });
});
