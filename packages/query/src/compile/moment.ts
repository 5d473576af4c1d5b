import { sql, type RawBuilder } from 'kysely';
import { Slot, type OrgFacts } from '../statement/slot.js';
import type { Compilation } from './compilation.js';

export interface FormulaMoment {
  /** timestamptz */
  readonly now: RawBuilder<unknown>;
  /** IANA name as text */
  readonly timeZone: RawBuilder<unknown>;
  /** What formulas call `$Org`; blank without. */
  readonly org?: OrgFacts | undefined;
}

const inputMoment: FormulaMoment = {
  now: sql`${new Slot(({ now }) => now)}::timestamptz`,
  timeZone: sql`${new Slot(({ timeZone }) => timeZone)}::text`,
};

export function momentOf({ ground }: Compilation): FormulaMoment {
  return ground.moment ?? inputMoment;
}

export function orgFact(name: keyof OrgFacts, { ground }: Compilation): RawBuilder<unknown> {
  return ground.moment ? sql`${ground.moment.org?.[name] ?? null}::text` : sql`${new Slot(({ org }) => org?.[name] ?? null)}::text`;
}
