import { sql } from 'kysely';
import type { SqlSession } from '../../database/sql-session.js';
import type { RejectedRow } from './import-record.js';
import type { Staging } from './staging/staging.js';

/** What somebody can do about a kind of problem for all its rows at once. */
export type RepairAction = 'MAP_VALUES' | 'DATE_FORMAT' | 'NUMBER_FORMAT' | 'CUT_TEXT' | 'FILL_BLANK' | 'REPLACE_VALUES' | 'CREATE_MISSING' | 'DUPLICATES' | 'MEND_FILE';

/** Rows with the same fault, told together. */
export interface ProblemGroup {
  readonly code: string;
  /** Heading in the file. */
  readonly column?: string;
  readonly field?: string;
  readonly action: RepairAction;
  readonly rows: number;
  /** Of the first of them. */
  readonly message: string;
  readonly hint?: string;
  readonly values: readonly { readonly value: string; readonly rows: number }[];
}

const MOST_GROUPS = 100;
const MOST_VALUES = 100;
const SAMPLE = 20;

const ACTIONS: Readonly<Record<string, RepairAction>> = {
  'not-in-list': 'MAP_VALUES',
  'boolean-expected': 'MAP_VALUES',
  'country-expected': 'MAP_VALUES',
  'not-a-choice': 'MAP_VALUES',
  'record-type': 'MAP_VALUES',
  'date-expected': 'DATE_FORMAT',
  'date-time-expected': 'DATE_FORMAT',
  'number-expected': 'NUMBER_FORMAT',
  'integer-expected': 'NUMBER_FORMAT',
  'too-many-decimals': 'NUMBER_FORMAT',
  'too-long': 'CUT_TEXT',
  required: 'FILL_BLANK',
  target_not_found: 'CREATE_MISSING',
  duplicate: 'DUPLICATES',
  rule: 'MEND_FILE',
  'not-unique': 'MEND_FILE',
  repeated: 'MEND_FILE',
  ambiguous: 'MEND_FILE',
  matched_twice: 'MEND_FILE',
  too_many_cells: 'MEND_FILE',
};

interface GroupRow extends Omit<ProblemGroup, 'action' | 'column' | 'field' | 'hint' | 'values'> {
  readonly column: string | null;
  readonly field: string | null;
  readonly hint: string | null;
  readonly values: readonly { readonly value: string; readonly rows: number }[] | null;
}

/** The problems of all rejected rows, by what they are about; most rows first. Rules differ by their sentence. */
export async function groupProblems(session: SqlSession, { outcomes }: Staging): Promise<readonly ProblemGroup[]> {
  const rows = await session.run<GroupRow>(sql`with problem as (
      select o."row", p->>'code' as code, p->>'column' as "column", p->>'field' as field, p->>'value' as value, p->>'message' as message, p->>'hint' as hint,
        case when p->>'code' = 'rule' then p->>'message' else '' end as sentence
      from ${outcomes} o, jsonb_array_elements(o.problems) p where o.kind = 'rejected'
    ), valued as (
      select code, "column", field, sentence, value, count(*)::integer as rows, min("row") as first,
        row_number() over (partition by code, "column", field, sentence order by count(*) desc, min("row")) as place
      from problem where value is not null and value <> '' group by code, "column", field, sentence, value
    )
    select g.*, (select jsonb_agg(jsonb_build_object('value', v.value, 'rows', v.rows) order by v.place) from valued v
        where v.code = g.code and v."column" is not distinct from g."column" and v.field is not distinct from g.field and v.sentence = g.sentence and v.place <= ${MOST_VALUES}) as values
    from (
      select code, "column", field, sentence, count(distinct "row")::integer as rows, (array_agg(message order by "row"))[1] as message, (array_agg(hint order by "row"))[1] as hint
      from problem group by code, "column", field, sentence order by 5 desc, 1 limit ${MOST_GROUPS}
    ) g order by g.rows desc, g.code`);
  return rows.map(({ code, column, field, rows: count, message, hint, values }) => ({
    code,
    ...(column !== null && { column }),
    ...(field !== null && { field }),
    action: ACTIONS[code] ?? 'REPLACE_VALUES',
    rows: count,
    message,
    ...(hint !== null && { hint }),
    values: values ?? [],
  }));
}

/** The first rejected rows, one entry per problem. */
export async function sampleRejected(session: SqlSession, { outcomes }: Staging): Promise<readonly RejectedRow[]> {
  return findRejected(session, outcomes, sql`true`, { first: SAMPLE, after: 0 });
}

export interface RejectedWish {
  readonly code?: string;
  readonly column?: string;
  readonly first: number;
  /** Number of a row. */
  readonly after: number;
}

/** Rejected rows of one group, in the order of the file. */
export function listRejected(session: SqlSession, { outcomes }: Staging, { code, column, ...page }: RejectedWish): Promise<readonly RejectedRow[]> {
  const wanted = [...(code === undefined ? [] : [sql`p->>'code' = ${code}`]), ...(column === undefined ? [] : [sql`p->>'column' = ${column}`])];
  return findRejected(session, outcomes, wanted.length === 0 ? sql`true` : sql.join(wanted, sql` and `), page);
}

async function findRejected(session: SqlSession, outcomes: Staging['outcomes'], wanted: Staging['outcomes'], { first, after }: Pick<RejectedWish, 'first' | 'after'>): Promise<readonly RejectedRow[]> {
  const rows = await session.run<{ found: RejectedRow }>(sql`select p || jsonb_build_object('row', o."row") as found
    from ${outcomes} o, jsonb_array_elements(o.problems) p where o.kind = 'rejected' and o."row" > ${after} and ${wanted} order by o."row" limit ${first}`);
  return rows.map(({ found }) => found);
}
