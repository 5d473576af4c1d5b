import fc from 'fast-check';
import type { Model, WorkflowDocument, WorkflowStep } from '@guanxi/metadata';
import { programOf, type Program } from '../program/program.js';
import { advance, newRun, type Advanced, type Outcome } from './advance.js';

const step = (id: string, paths?: WorkflowStep['paths']): WorkflowStep => ({ id, action: 'notify', input: {}, ...(paths && { paths }) });
const programWith = (...steps: readonly WorkflowStep[]): Program =>
  programOf({ kind: 'workflow', name: 'w', title: 'W', object: 'Customer', trigger: { created: {} }, guanxi: { id: 'w1' }, steps } satisfies WorkflowDocument, { objectByName: new Map() } as unknown as Model);

const workflow = programWith(step('first'), step('second'));

const playIn = (program: Program, outcomes: readonly Outcome[]): Advanced =>
  outcomes.reduce<Advanced>((last, outcome) => advance(program, last.run, outcome), advance(program, newRun));
const play = (outcomes: readonly Outcome[]): Advanced => playIn(workflow, outcomes);
const took = (name: string): Outcome => ({ kind: 'succeeded', way: { to: 'path', name } });

const succeeded: Outcome = { kind: 'succeeded' };
const failed: Outcome = { kind: 'failed', error: 'The connection was lost.', class: 'temporary', chance: 0.5 };
const refused: Outcome = { kind: 'failed', error: 'Status does not take “x”.', class: 'refused', chance: 0.5 };
const unknown: Outcome = { kind: 'failed', error: 'Something is undefined.', class: 'unknown', chance: 0.5 };

describe('advance', () => {
  it('performs the steps in their order and finishes', () => {
    expect(play([]).command).toMatchObject({ kind: 'perform', step: { id: 'first' } });
    expect(play([succeeded]).command).toMatchObject({ kind: 'perform', step: { id: 'second' } });
    expect(play([succeeded, succeeded])).toEqual({ run: { status: 'done', step: 2, attempts: 0, rests: false }, command: { kind: 'finish' } });
  });

  it('waits twice as long before each new try, at most an hour, and then parks', () => {
    const waits = Array.from({ length: 10 }, (_, index) => play(Array<Outcome>(index + 1).fill(failed)).command);
    expect(waits.map((command) => 'seconds' in command && command.seconds)).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560]);
    expect(play(Array<Outcome>(11).fill(failed))).toEqual({
      run: { status: 'failed', step: 0, attempts: 11, rests: false },
      command: { kind: 'park', error: 'The connection was lost.' },
    });
  });

  it('spreads the tries of many runs by up to a fifth', () => {
    const wait = (chance: number) => play([{ ...failed, chance } as Outcome]).command;
    expect([wait(0), wait(1)]).toMatchObject([{ seconds: 4 }, { seconds: 6 }]);
  });

  it('parks at once where the records refuse the values, and soon where nobody knows why', () => {
    expect(play([refused]).command.kind).toBe('park');
    expect(play([unknown, unknown]).command).toMatchObject({ kind: 'waitAndPerform', seconds: 20 });
    expect(play([unknown, unknown, unknown]).command.kind).toBe('park');
  });

  it('tries a step again as often as it says, after the wait that it says, and never what is refused', () => {
    const program = programWith({ ...step('call'), retry: { tries: 3, seconds: 3000 } });
    const commandsAfter = (outcome: Outcome) => [1, 2, 3, 4].map((times) => playIn(program, Array<Outcome>(times).fill(outcome)).command);
    expect(commandsAfter(failed)).toMatchObject([{ seconds: 3000 }, { seconds: 3600 }, { seconds: 3600 }, { kind: 'park' }]);
    expect(commandsAfter(unknown)).toMatchObject([{ seconds: 3000 }, { seconds: 3600 }, { seconds: 3600 }, { kind: 'park' }]);
    expect(playIn(program, [refused]).command.kind).toBe('park');
    expect(playIn(programWith({ ...step('call'), retry: { tries: 0 } }), [failed]).command.kind).toBe('park');
  });

  it('goes on with the step that failed when a person retries, not from the beginning', () => {
    const again = play([succeeded, refused, { kind: 'retried' }]);
    expect(again).toMatchObject({ run: { status: 'running', step: 1, attempts: 0 }, command: { kind: 'perform', step: { id: 'second' } } });
  });

  it('goes the way that a step says, and behind it when the way is at its end', () => {
    const program = programWith(step('if', { big: [step('a'), step('b')], small: [step('c')], none: [] }), step('last'));
    const at = (outcomes: readonly Outcome[]) => (playIn(program, outcomes).command as { step?: WorkflowStep }).step?.id;
    expect([at([took('big')]), at([took('big'), succeeded]), at([took('big'), succeeded, succeeded])]).toEqual(['a', 'b', 'last']);
    expect([at([took('small')]), at([took('small'), succeeded]), at([took('none')]), at([took('unknown')])]).toEqual(['c', 'last', 'last', 'last']);
    expect(playIn(program, [took('small'), { kind: 'succeeded', way: { to: 'end' } }]).command).toEqual({ kind: 'finish' });
  });

  it('rests where a step says so and goes on with the same step', () => {
    const rested = play([{ kind: 'succeeded', way: { to: 'rest', until: '2026-01-01T00:00:00Z' } }]);
    expect(rested).toEqual({ run: { status: 'resting', step: 0, attempts: 0, rests: true }, command: { kind: 'rest', until: '2026-01-01T00:00:00Z' } });
    expect(advance(workflow, rested.run, succeeded).run).toEqual({ status: 'running', step: 1, attempts: 0, rests: false });
    expect(advance(workflow, rested.run, failed).run).toEqual({ status: 'waiting', step: 0, attempts: 1, rests: true });
  });

  it('ends a round of a loop with its path, and takes the way for failures instead of parking', () => {
    const program = programWith({ ...step('loop', { each: [step('round')] }), action: 'forEach' }, step('careful', { error: [step('mend')] }), step('last'));
    expect(advance(program, { ...newRun, step: 1 }, succeeded).command).toEqual({ kind: 'finish' });
    const gaveUp = playIn(program, [succeeded, refused]);
    expect(gaveUp).toMatchObject({ run: { status: 'running', attempts: 0 }, command: { kind: 'perform', step: { id: 'mend' } } });
    expect(advance(program, gaveUp.run, succeeded).command).toMatchObject({ step: { id: 'last' } });
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
