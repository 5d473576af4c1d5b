import { among } from './among.js';
import { contains } from './contains.js';
import { endsWith } from './ends-with.js';
import { eq } from './eq.js';
import { excludes } from './excludes.js';
import { gt } from './gt.js';
import { gte } from './gte.js';
import { isIn } from './in.js';
import { includesAll } from './includes-all.js';
import { includes } from './includes.js';
import { isBlank } from './is-blank.js';
import { lt } from './lt.js';
import { lte } from './lte.js';
import { ne } from './ne.js';
import { notIn } from './not-in.js';
import { onList } from './on-list.js';
import type { Operator } from './operator.js';
import { startsWith } from './starts-with.js';
import { within } from './within.js';

/** The filter words. Each stands in a file of its own beside this one and in one line of `operators`. */
export type OperatorName =
  | 'eq'
  | 'ne'
  | 'in'
  | 'notIn'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'contains'
  | 'startsWith'
  | 'endsWith'
  | 'isBlank'
  | 'within'
  | 'includes'
  | 'includesAll'
  | 'excludes'
  | 'among'
  | 'onList';

export const operators: Readonly<Record<OperatorName, Operator>> = {
  eq,
  ne,
  in: isIn,
  notIn,
  gt,
  gte,
  lt,
  lte,
  contains,
  startsWith,
  endsWith,
  isBlank,
  within,
  includes,
  includesAll,
  excludes,
  among,
  onList,
};

export function isOperatorName(name: string): name is OperatorName {
  return Object.hasOwn(operators, name);
}
