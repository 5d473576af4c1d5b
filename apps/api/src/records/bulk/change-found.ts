import type { ObjectModel } from '@guanxi/metadata';
import { rowsOfIds } from '@guanxi/query';
import { allOrNothing } from '../all-or-nothing.js';
import { dependentsOf } from '../dependents.js';
import { encryptValues } from '../encrypt-values.js';
import { faults } from '../fault-wording.js';
import { asksRules } from '../find-duplicates.js';
import { findObject, forbidden, unknownObject } from '../find-object.js';
import { deleteDependents } from '../follow-deletion.js';
import { takeNested } from '../nested/take-nested.js';
import { prepareRows } from '../prepare-rows.js';
import type { RecordValues } from '../record-values.js';
import { columnsOf, runWrite, type WriteKind } from '../run-write.js';
import { NO_WISH, type PreparedRow, type WriteOutcome, type WritePlace } from '../write-place.js';
import { preparation, updateRecords } from '../write-records.js';

/** How many records one statement changes. */
const AT_ONCE = 5_000;

/** Told after each statement. */
type Report = () => Promise<void>;

/** Gives many records the same values: all of them, or none and why. Those that have gone meanwhile are passed over. */
export async function updateFound(place: WritePlace, objectName: string, ids: readonly string[], values: RecordValues, report?: Report): Promise<WriteOutcome> {
  const object = findObject(place, objectName);
  if (!object) return { problems: [unknownObject(objectName, place.actor)] };
  if (place.actor.access.objects.get(objectName)?.edit === 'none') return { problems: [forbidden(faults.mayNotChange, object, place.actor)] };
  const preparing = preparation(place, object, 'update');
  const prepared = prepareRows([values], preparing);
  // What asks for each record by itself is done for each by itself.
  if (takeNested([values], preparing) || asksRules(place, object, Object.keys(prepared.rows[0] ?? {}))) return oneByOne(place, objectName, ids, values, report);
  if (prepared.problems.length > 0) return { problems: prepared.problems.map((problem) => ({ ...problem, path: problem.path.replace(/^\/0/, '') })) };
  const [row = {}] = encryptValues(prepared.rows, object, place);
  return inPieces('update', place, object, ids, { fields: Object.keys(prepared.rows[0] ?? {}).sort(), row }, report);
}

/** Puts many records into the recycle bin, with all that hangs on them: all of them, or none and why. */
export async function deleteFound(place: WritePlace, objectName: string, ids: readonly string[], report?: Report): Promise<WriteOutcome> {
  const object = findObject(place, objectName);
  if (!object) return { problems: [unknownObject(objectName, place.actor)] };
  if (place.actor.access.objects.get(objectName)?.delete === 'none') return { problems: [forbidden(faults.mayNotDelete, object, place.actor)] };
  return allOrNothing(place.session, async () => {
    const moved = await inPieces('delete', place, object, ids, { fields: [], row: {} }, report);
    if ('problems' in moved || dependentsOf(place.model, object).length === 0) return moved;
    return (await deleteDependents(place, object, ids)) ?? moved;
  });
}

async function inPieces(kind: Extract<WriteKind, 'update' | 'delete'>, place: WritePlace, object: ObjectModel, ids: readonly string[], { fields, row }: { fields: readonly string[]; row: PreparedRow }, report?: Report): Promise<WriteOutcome> {
  const rows = [{ _row: 0, _id: '', ...columnsOf(row, object) }];
  return allOrNothing(place.session, async () => {
    let written = 0;
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const part = ids.slice(start, start + AT_ONCE);
      const stored = { key: 'ids', source: rowsOfIds, variables: { ids: part } };
      const outcome = await runWrite(kind, place, object, { ...NO_WISH, fields, found: true }, { rows, values: part.map(() => row), ids: part, stored });
      if ('problems' in outcome) return outcome;
      written += outcome.written;
      await report?.();
    }
    return { ids, records: null, written };
  });
}

/** As many as one statement takes with values of their own. */
const ROWS_AT_ONCE = 1_000;

function oneByOne(place: WritePlace, objectName: string, ids: readonly string[], values: RecordValues, report?: Report): Promise<WriteOutcome> {
  return allOrNothing(place.session, async () => {
    let written = 0;
    for (let start = 0; start < ids.length; start += ROWS_AT_ONCE) {
      const outcome = await updateRecords(place, objectName, ids.slice(start, start + ROWS_AT_ONCE).map((id) => ({ id, values })), NO_WISH);
      if ('problems' in outcome) return outcome;
      written += outcome.written;
      await report?.();
    }
    return { ids, records: null, written };
  });
}
