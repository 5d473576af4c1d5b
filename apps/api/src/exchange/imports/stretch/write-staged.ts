import type { JsonValue } from '@guanxi/field-types';
import { compileCreate, compileUpdate, stagedRows, type WriteAnswer, type WriteProblem, type WriteRequest } from '@guanxi/query';
import { sql } from 'kysely';
import { describeProblem } from '../../../records/describe-fault.js';
import { hideUnreadable } from '../../../records/hide-unreadable.js';
import { maintainRollUps } from '../../../records/maintain/maintain-roll-ups.js';
import { groundOf, StaleModel } from '../../../records/write-place.js';
import type { RowProblem } from '../convert-row.js';
import { tellableProblem } from '../tellable-problem.js';
import { runStaged, type StretchPlace } from './stretch-place.js';

/**
 * Writes the rows of the stretch that become new records, or those that change one, in one statement: records, history,
 * events, and what follows for roll-ups of others. Rows with problems become rejected ones. A check writes nothing.
 * Answers how many records are different now.
 */
export async function writeStaged(which: 'new' | 'matched', place: StretchPlace): Promise<number> {
  const { shape, staging, writing, mode, tx } = place;
  const { plan } = shape.checked;
  const fields = which === 'new' ? shape.fields : shape.filled;
  const request: WriteRequest = {
    object: shape.object.name,
    fields: fields.map(({ name }) => name),
    select: [],
    answer: 'many',
    partial: true,
    ...(which === 'matched' && plan.blanks === 'keep' && { uneven: true }),
    ...(mode === 'check' && { checkOnly: true }),
    ...(plan.automations !== undefined && plan.automations !== 'RUN' && { silent: true }),
  };
  const compile = which === 'new' ? compileCreate : compileUpdate;
  const [answer] = await runStaged<WriteAnswer>(place, compile(request, groundOf(writing), stagedRows(staging.staged(shape, which))));
  if (!answer) throw new Error('A writing statement gave no answer.');
  const problems = answer.problems === null ? [] : (JSON.parse(answer.problems) as WriteProblem[]);
  if (problems.some(({ code }) => code === 'STALE_MODEL')) throw new StaleModel(`Revision ${String(writing.revision)} is no longer the published one.`);
  if (problems.length > 0) await rejectRows(problems, place);
  if (mode === 'write' && typeof answer.feeds === 'string') await maintainRollUps({ ...writing, session: tx }, shape.object.name, answer.feeds);
  return answer.written;
}

/** A problem of a row as the importer knows it: by the column of the file. */
async function rejectRows(found: readonly WriteProblem[], place: StretchPlace): Promise<void> {
  const { shape: { object, checked, references }, staging, tx, writing: { model, actor } } = place;
  const rows = [...new Set(found.flatMap(({ row }) => row ?? []))];
  const staged = await tx.run<{ row: number; cells: Record<string, JsonValue> }>(sql`select s."_row" as row, to_jsonb(s) as cells from ${staging.rows} s where s."_row" = any(${rows}::integer[])`);
  const cellsOf = new Map(staged.map(({ row, cells }) => [row, cells]));
  const valueOf = (row: number, name: string): JsonValue => {
    const key = references.find(({ field }) => field.name === name)?.staged.keys;
    const cells = cellsOf.get(row) ?? {};
    return (key === undefined ? undefined : cells[key]) ?? cells[object.fieldByName.get(name)?.column ?? ''] ?? null;
  };
  const problems = new Map<number, RowProblem[]>();
  for (const one of found) {
    if (one.row === null) continue;
    const { row } = one;
    const values = () => Object.fromEntries(object.fields.map(({ name }) => [name, valueOf(row, name)]));
    const { path, code, message, hint } = hideUnreadable(describeProblem(one, { model, object, values, id: () => '', locale: actor.locale }), object, actor);
    const name = path.split('/')[2];
    const column = checked.columns.find(({ field }) => field.name === name || `${field.name}Id` === name);
    const value = column && valueOf(row, column.field.name);
    const problem: RowProblem = {
      ...(column && { column: column.column, field: column.field.name, ...(value !== null && value !== undefined && { value: typeof value === 'string' ? value : JSON.stringify(value) }) }),
      code, message, ...(hint !== undefined && { hint }),
    };
    problems.set(row, [...(problems.get(row) ?? []), tellableProblem(problem)]);
  }
  await staging.addOutcomes(tx, [...problems].map(([row, own]) => ({ row, kind: 'rejected', problems: own })));
}
