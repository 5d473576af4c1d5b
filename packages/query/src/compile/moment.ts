import { sql, type RawBuilder } from 'kysely';
import { NOW, Slot, type OrgFacts } from '../statement/slot.js';
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

/** The instant at which a share holds or has ended; PostgreSQL does not plan anew for each. */
export function sharingInstant({ ground }: Compilation): RawBuilder<unknown> {
  return ground.moment?.now ?? sql`${NOW}`;
}

export function orgFact(name: keyof OrgFacts, { ground }: Compilation): RawBuilder<unknown> {
  return ground.moment ? sql`${ground.moment.org?.[name] ?? null}::text` : sql`${new Slot(({ org }) => org?.[name] ?? null)}::text`;
}
