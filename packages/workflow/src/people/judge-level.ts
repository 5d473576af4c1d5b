import type { LevelRule } from './people-ports.js';

export type SeatDecision = 'approved' | 'rejected' | 'agreed';

/** What a level has come to, by what those have said whom it asks; null is nothing yet. */
export function judgeLevel(rule: LevelRule, decisions: readonly (SeatDecision | null)[]): 'open' | 'approved' | 'rejected' {
  if (decisions.includes('rejected')) return 'rejected';
  const agreed = decisions.filter((decision) => decision !== null);
  const enough = rule === 'first' ? agreed.length > 0 : agreed.length === decisions.length;
  return enough && decisions.length > 0 ? 'approved' : 'open';
}
