import { orgTable } from '@guanxi/query';
import type { SimulationSpan } from '@guanxi/workflow';
import { sql, type RawBuilder } from 'kysely';
import type { SqlSession } from '../../database/sql-session.js';
import type { Org } from '../../orgs/org.js';

export interface Firing {
  readonly recordId: string;
  readonly due: string;
}

export interface Difference extends Firing {
  /** Where alone it was found. */
  readonly only: 'rehearsed' | 'simulated';
}

export interface Comparison {
  readonly firings: readonly Firing[];
  readonly simulated: number;
  /** The first thousand. */
  readonly differences: readonly Difference[];
  readonly equal: boolean;
}

interface Compared {
  /** The simulation's rows. */
  readonly firings: RawBuilder<unknown>;
  readonly stage: Org;
  readonly workflowId: string;
  readonly span: Required<SimulationSpan>;
}

const MOST_DIFFERENCES = 1_000;

/** Puts what fired beside what the simulation says, by record and line. */
export async function compareFirings(session: SqlSession, { firings, stage, workflowId, span }: Compared): Promise<Comparison> {
  const simulated = sql`select record_id, due from (${firings}) as firing where due_day between ${span.from}::text and ${span.to}::text`;
  const rehearsed = sql`select record_id, occasion as due from ${orgTable(stage.schema, 'run')} where workflow_id = ${workflowId}`;
  const fired = await session.run<Firing>(sql`select record_id as "recordId", due from (${rehearsed}) as fired order by due, record_id`);
  const [counted] = await session.run<{ count: number }>(sql`select count(*)::int as count from (${simulated}) as simulated`);
  const differences = await session.run<Difference>(sql`
    select coalesce(simulated.record_id, rehearsed.record_id) as "recordId", coalesce(simulated.due, rehearsed.due) as due,
      case when simulated.record_id is null then 'rehearsed' else 'simulated' end as only
    from (${simulated}) as simulated full join (${rehearsed}) as rehearsed on rehearsed.record_id = simulated.record_id and rehearsed.due = simulated.due
    where simulated.record_id is null or rehearsed.record_id is null order by 2, 1 limit ${MOST_DIFFERENCES}`);
  return { firings: fired, simulated: counted?.count ?? 0, differences, equal: differences.length === 0 };
}
