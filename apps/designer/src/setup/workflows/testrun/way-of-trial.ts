import type { TracedWay } from '../editor/flow/trace-flow.js';
import type { Trial } from '../trace/insight-types.js';

/** What the drawing shows of a trial: its first steps, or all of them. It has come to its end where nothing failed and nobody is waited for. */
export function wayOfTrial({ steps, awaits, isCut }: Pick<Trial, 'steps' | 'awaits' | 'isCut'>, shown: number | null): TracedWay {
  const first = shown === null ? steps : steps.slice(0, shown);
  const isWhole = first.length === steps.length && awaits === null && !isCut && !steps.some(({ status, way }) => status === 'failed' && way === null);
  return { steps: first, status: isWhole ? 'DONE' : 'RUNNING' };
}
