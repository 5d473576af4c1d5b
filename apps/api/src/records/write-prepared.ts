import type { ObjectModel } from '@guanxi/metadata';
import type { WriteRequest } from '@guanxi/query';
import { allOrNothing } from './all-or-nothing.js';
import { rowOf } from './find-object.js';
import { findDuplicates } from './find-duplicates.js';
import type { PreparedRows } from './prepare-rows.js';
import type { WriteFault } from './record-values.js';
import { runWrite, type Run, type WriteKind } from './run-write.js';
import { hasJunctions, writeJunctions, type RecordDoors } from './write-junctions.js';
import type { WriteOutcome, WritePlace } from './write-place.js';

export interface Writing {
  readonly place: WritePlace;
  readonly object: ObjectModel;
  readonly prepared: PreparedRows;
  readonly wanted: Omit<WriteRequest, 'object'>;
  readonly run: Run;
  /** How the records in between are written. */
  readonly doors: RecordDoors;
}

/** What is wrong by itself and what the database finds wrong are told together. */
export async function writePrepared(kind: Extract<WriteKind, 'create' | 'update'>, writing: Writing): Promise<WriteOutcome> {
  const { place, object, prepared, wanted, run } = writing;
  const similar = await findDuplicates(place, object, { rows: run.rows, fields: wanted.fields, uneven: wanted.uneven === true, isNew: kind === 'create' });
  const known = [...prepared.problems, ...similar];
  if (known.length === 0) return writeRows(kind, writing);
  const bad = new Set(known.map(rowOf));
  const rows = wanted.partial ? run.rows.filter(({ _row }) => bad.has(_row)) : run.rows;
  const checked = await runWrite(kind, place, object, { ...wanted, partial: false, select: [], checkOnly: true }, { ...run, rows });
  const problems = inOrder([...known, ...('problems' in checked ? withoutFollowing(checked.problems, prepared.problems, object) : [])]);
  if (!wanted.partial) return { problems };
  const written = await writeRows(kind, { ...writing, run: { ...run, rows: run.rows.filter(({ _row }) => !bad.has(_row)) } });
  return 'problems' in written ? written : { ...written, ids: run.ids, refused: inOrder([...problems, ...(written.refused ?? [])]) };
}

async function writeRows(kind: Extract<WriteKind, 'create' | 'update'>, { place, object, prepared, wanted, run, doors }: Writing): Promise<WriteOutcome> {
  if (!hasJunctions(prepared)) return runWrite(kind, place, object, wanted, run);
  return allOrNothing(place.session, async () => {
    const written = await runWrite(kind, place, object, wanted, run);
    if ('problems' in written) return written;
    return (await writeJunctions(place, prepared, run.ids, doors)) ?? written;
  });
}

/** What was found of a row's values is not worth telling where the value it is about was wrong to begin with. */
function withoutFollowing(problems: readonly WriteFault[], known: readonly WriteFault[], { rules }: ObjectModel): readonly WriteFault[] {
  const places = new Set(known.map(({ path }) => path));
  const reads = (name: string) => rules.find((rule) => rule.name === name)?.when.references.map(([first = '']) => first) ?? [];
  return problems.filter(({ path, rule }) => {
    const row = path.split('/')[1] ?? '';
    if (rule !== undefined) return !reads(rule).some((field) => places.has(`/${row}/${field}`) || places.has(`/${row}/${field}Id`));
    return !places.has(path);
  });
}

function inOrder(problems: readonly WriteFault[]): readonly WriteFault[] {
  return problems.toSorted((left, right) => (rowOf(left) ?? 0) - (rowOf(right) ?? 0));
}
