import type { ObjectModel } from '@guanxi/metadata';
import { recordTable } from '@guanxi/query';
import { RECORD, RecordExpressions, runValues, storedObject, typedFormula, type FoundRecord, type SetToFind } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { StepTransaction } from '../transaction-ports.js';

/** The next records of a set, read along their ids. The run's own record may be in the bin: it is still what `$Record` says. */
export async function findSet({ where, values, run, begunAt, after, limit }: SetToFind, { target, around }: { readonly target: ObjectModel; readonly around: ObjectModel }, step: StepTransaction): Promise<readonly FoundRecord[]> {
  const { tx, place, variables } = step;
  const given = runValues(variables, sql`target."values"`);
  const own = new RecordExpressions(place, around, 'own', given);
  const expressions = new RecordExpressions(place, target, 'found', (path) => (path[0] === RECORD ? own.column(path.slice(1)) : given(path)));
  const formulas = { model: place.named, object: target, variables, around };
  const holds = expressions.compileCondition(typedFormula(where, formulas, 'boolean'));
  const answers = Object.entries(values).map(([name, text]) => sql`jsonb_build_object(${name}::text, ${expressions.compileValue(typedFormula(text, formulas))})`);
  const [runTable, foundTable] = [recordTable(place.schema, storedObject(place, around)), recordTable(place.schema, storedObject(place, target))];
  return tx.run<FoundRecord>(sql`
    select found.id, ${answers.length > 0 ? sql.join(answers, sql` || `) : sql`'{}'::jsonb`} as values
    from (select ${run.recordId}::uuid as record_id, ${JSON.stringify(run.values)}::jsonb as "values") as target
    left join ${runTable} as own on own.id = target.record_id ${own.joins()}
    cross join ${foundTable} as found ${expressions.joins()}
    where found.deleted_at is null and found.created_at <= ${begunAt}::timestamptz ${after === null ? sql`` : sql`and found.id > ${after}::uuid`} and ${holds}
    order by found.id limit ${limit}`);
}
