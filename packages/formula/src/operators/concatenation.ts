import { sql } from 'kysely';
import type { Overload } from './operator-definition.js';

/** Blank text adds nothing. + is taken between two texts as well. */
export const concatenation: readonly Overload[] = (['&', '+'] as const).map((operator) => ({
  operator,
  operands: ['text', 'text'],
  result: 'text',
  evaluate: (call) => call.text(0) + call.text(1),
  compile: ([left, right]) => sql`(${left} || ${right})`,
}));
