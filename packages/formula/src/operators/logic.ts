import { sql } from 'kysely';
import type { Overload } from './operator-definition.js';

export const logic: readonly Overload[] = [
  {
    operator: '&&',
    operands: ['boolean', 'boolean'],
    result: 'boolean',
    evaluate: (call) => call.boolean(0) && call.boolean(1),
    compile: ([left, right]) => sql`(${left} and ${right})`,
  },
  {
    operator: '||',
    operands: ['boolean', 'boolean'],
    result: 'boolean',
    evaluate: (call) => call.boolean(0) || call.boolean(1),
    compile: ([left, right]) => sql`(${left} or ${right})`,
  },
  {
    operator: '!',
    operands: ['boolean'],
    result: 'boolean',
    evaluate: (call) => !call.boolean(0),
    compile: ([operand]) => sql`(not ${operand})`,
  },
];
