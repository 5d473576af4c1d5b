import { say } from '@guanxi/field-types';
import { objectWord, type ThroughModel } from '@guanxi/metadata';
import { isRecordId } from '@guanxi/query';
import { faults } from './fault-wording.js';
import type { Preparation } from './prepare-rows.js';
import type { RecordValues, WriteFault } from './record-values.js';
import { writeTraits } from './write-traits.js';

/** By the name of the list: who joins and who leaves. */
export type JunctionChanges = ReadonlyMap<string, JunctionChange>;

export interface JunctionChange {
  readonly through: ThroughModel;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

const NONE: JunctionChanges = new Map();

/** Takes the many-to-many lists out of a row: `{ contacts: { add: [id], remove: [id] } }`. They can be written from either side. */
export function readJunctions(row: RecordValues, index: number, { object, access, context }: Preparation, problems: WriteFault[]): { readonly rest: RecordValues; readonly junctions: JunctionChanges } {
  const { through: lists } = writeTraits(object);
  if (lists.length === 0) return { rest: row, junctions: NONE };
  const named = lists.filter(({ name }) => row[name] !== undefined);
  if (named.length === 0) return { rest: row, junctions: NONE };
  const rest = Object.fromEntries(Object.entries(row).filter(([key]) => named.every(({ name }) => name !== key)));
  const junctions = new Map<string, JunctionChange>();
  for (const { name, object: far, through } of named) {
    const value = row[name];
    if (value === null) continue;
    // A list of records that this person does not know of is not there.
    if (!access.objects.has(far) || !access.objects.has(through.object)) {
      problems.push({ path: `/${index}/${name}`, code: 'unknown-field', message: say({ ...faults.unknownField, words: { object: objectWord(object), name } }, context.locale) });
      continue;
    }
    const { add, remove } = (typeof value === 'object' ? value : { add: value }) as Partial<Record<'add' | 'remove', unknown>>;
    if (!isIdList(add) || !isIdList(remove)) {
      problems.push({ path: `/${index}/${name}`, code: 'invalid', message: say({ ...faults.listOfIds, words: { name } }, context.locale) });
      continue;
    }
    junctions.set(name, { through, add: distinct(add), remove: distinct(remove) });
  }
  return { rest, junctions };
}

function isIdList(value: unknown): value is readonly string[] | null | undefined {
  return value === undefined || value === null || (Array.isArray(value) && value.every(isRecordId));
}

function distinct(ids: readonly string[] | null | undefined): readonly string[] {
  return [...new Set((ids ?? []).map((id) => id.toLowerCase()))];
}
