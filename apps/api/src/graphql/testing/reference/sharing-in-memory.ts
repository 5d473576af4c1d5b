import { evaluateFormula, checkFormula, type FormulaValue } from '@guanxi/formula';
import { formulaScope, type Grantee, type SharingRuleDocument } from '@guanxi/metadata';
import type { Row } from './memory-org.js';

/** Who counts as what, and what was shared one by one. */
export interface MemorySharing {
  /** By user id. */
  readonly principals: ReadonlyMap<string, ReadonlySet<string>>;
  /** By user id: the people below them. */
  readonly below: ReadonlyMap<string, ReadonlySet<string>>;
  readonly shares: readonly MemoryShare[];
}

export interface MemoryShare {
  /** Name of the object. */
  readonly object: string;
  readonly recordId: string;
  readonly principal: string;
  readonly access: 'read' | 'edit';
  /** ISO instant. */
  readonly until: string | null;
}

/** What the question needs to know of the org. */
export interface SharingQuestion extends MemorySharing {
  readonly rules: readonly SharingRuleDocument[];
  readonly queues: readonly { readonly name: string; readonly territory?: readonly { readonly object: string; readonly when?: string }[] }[];
  readonly me: string;
  readonly partner: boolean;
  readonly now: string;
  readonly sharing: { readonly default: string; readonly throughRoles?: boolean };
  /** Whether a condition holds for the record, as the platform sees it. */
  readonly holds: (condition: string) => boolean;
}

/** Whether a record of an object that decides for itself is open for reading. */
export function isSharedWith(row: Row, question: SharingQuestion): boolean {
  const { me, partner, now, sharing, rules, shares, principals, below } = question;
  const owner = String(row.values['owner']);
  const mine = principals.get(me) ?? new Set<string>();
  const among = (user: string, grantees: readonly Grantee[]) => grantees.some((grantee) => (principals.get(user) ?? new Set()).has(nameOf(grantee)));
  if (owner === me) return true;
  if (!partner && (sharing.default === 'read' || sharing.default === 'edit')) return true;
  if (!partner && sharing.throughRoles !== false && below.get(me)?.has(owner) === true) return true;
  if (shares.some((share) => share.object === row.object && share.recordId === row.id && mine.has(share.principal) && (share.until === null || Date.parse(share.until) > Date.parse(now)))) return true;
  return rules.some(({ object, active, to, which }) => {
    if (object !== row.object || active === false || !among(me, to)) return false;
    if ('ownedBy' in which) return among(owner, which.ownedBy);
    if ('when' in which) return question.holds(which.when);
    const parts = question.queues.find(({ name }) => name === which.territory)?.territory ?? [];
    return parts.some((part) => part.object === row.object && (part.when === undefined || question.holds(part.when)));
  });
}

function nameOf(grantee: Grantee): string {
  if ('role' in grantee) return `role:${grantee.role}`;
  if ('below' in grantee) return `below:${grantee.below}`;
  if ('team' in grantee) return `team:${grantee.team}`;
  return 'queue' in grantee ? `queue:${grantee.queue}` : 'everyone';
}

type Model = Parameters<typeof formulaScope>[0];

export function evaluateCondition(model: Model, object: string, condition: string, read: (path: readonly string[]) => FormulaValue, moment: { readonly now: string; readonly timeZone: string }): boolean {
  const checked = checkFormula(condition, formulaScope(model, object), 'boolean');
  if (!checked.ok) throw new RangeError(condition);
  return evaluateFormula(checked.formula, read, moment) === true;
}
