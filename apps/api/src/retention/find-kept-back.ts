import type { Model, ObjectModel, RetentionDeed } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { OrgTransaction } from '../database/sql-session.js';
import { heldRecords } from '../privacy/holds.js';
import { dependentsOf, type Dependent } from '../records/dependents.js';
import { fieldsThatNeed } from '../recycle-bin/purge-family.js';
import { familiesOf, type FamilyLevel } from './families.js';

/** Why a record stays whose time is over. hold: somebody keeps it for a reason · locked: an approval is open · needed: others point to it · refused: the deletion was refused. */
export type KeptReason = 'hold' | 'locked' | 'needed' | 'refused';

export interface KeptPlace {
  readonly session: OrgTransaction;
  readonly schema: string;
  readonly model: Model;
  readonly object: ObjectModel;
}

/** Which of the records stay, and why; a record goes with what belongs to it or not at all. */
export async function findKeptBack(place: KeptPlace, deed: RetentionDeed, ids: readonly string[]): Promise<ReadonlyMap<string, KeptReason>> {
  const kept = new Map<string, KeptReason>();
  if (ids.length === 0) return kept;
  const levels = await familiesOf(place, deed, ids);
  for (const level of levels) {
    const members = [...level.rootsOf.keys()];
    keep(level, await heldRecords(place.session, level.object, members), 'hold', kept);
    const locked = await place.session.run<{ id: string }>(sql`select record_id as id from ${orgTable(place.schema, 'approval')} where status = 'open' and locks and record_id = any(${members}::uuid[])`);
    keep(level, locked.map(({ id }) => id), 'locked', kept);
  }
  if (deed === 'erase') return kept;
  // What stays is again in the way of what it needs itself.
  for (let before = -1; before !== kept.size; ) {
    before = kept.size;
    for (const level of levels) for (const dependent of inTheWay(place.model, level.object, deed)) await keepNeeded(place, { deed, levels, level, dependent }, kept);
  }
  return kept;
}

type Pointing = Pick<Dependent, 'object' | 'field'>;

function inTheWay(model: Model, object: ObjectModel, deed: RetentionDeed): readonly Pointing[] {
  return deed === 'purge' ? fieldsThatNeed(model, object) : dependentsOf(model, object).filter(({ following }) => following === 'restrict');
}

interface Needed {
  readonly deed: RetentionDeed;
  readonly levels: readonly FamilyLevel[];
  readonly level: FamilyLevel;
  readonly dependent: Pointing;
}

async function keepNeeded({ session, schema }: KeptPlace, { deed, levels, level, dependent: { object, field } }: Needed, kept: Map<string, KeptReason>): Promise<void> {
  const isGoing = (roots: readonly string[]) => roots.some((root) => !kept.has(root));
  const wanted = [...level.rootsOf].filter(([, roots]) => isGoing(roots)).map(([id]) => id);
  if (wanted.length === 0) return;
  const going = levels.filter((one) => one.object.id === object.id).flatMap(({ rootsOf }) => [...rootsOf].filter(([, roots]) => isGoing(roots)).map(([id]) => id));
  const column = sql.id('o', field.column);
  const found = await session.run<{ id: string }>(sql`
    select distinct ${column} as id from ${recordTable(schema, object)} o
    where ${column} = any(${wanted}::uuid[]) and o.id <> all(${going}::uuid[]) ${deed === 'purge' ? sql`` : sql`and o.deleted_at is null`}`);
  keep(level, found.map(({ id }) => id), 'needed', kept);
}

function keep({ rootsOf }: FamilyLevel, ids: Iterable<string>, reason: KeptReason, kept: Map<string, KeptReason>): void {
  for (const id of ids) for (const root of rootsOf.get(id) ?? []) if (!kept.has(root)) kept.set(root, reason);
}
