import { say } from '@guanxi/field-types';
import { translate } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { MOST_DEPTH } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { OrgTransaction } from '../../database/sql-session.js';
import { findWorkflow, type ModelSource } from '../active-workflow.js';
import { fairTexts } from './fair-wording.js';

interface Chain {
  readonly run_id: string;
  /** From the run that was stopped back to the first. */
  readonly workflows: readonly string[];
}

/**
 * Writes into runs that were stopped because workflows set each other off which workflows those are, and has an admin told,
 * once an hour for the same ones. The chain is followed back through what set each run off: a change that another run made,
 * or the run that began it.
 */
export async function nameLoops(tx: OrgTransaction, runIds: readonly string[], models: ModelSource, now: Date): Promise<void> {
  const chains = await tx.run<Chain>(followBack(tx.org.schema, runIds));
  const { model } = await models.current(tx.org);
  const byMembers = new Map<string, { readonly workflows: readonly string[]; readonly ids: string[] }>();
  for (const { run_id: id, workflows } of chains) {
    const members = [...new Set(workflows)];
    const key = [...members].sort().join(' ');
    const known = byMembers.get(key) ?? { workflows: members, ids: [] };
    known.ids.push(id);
    byMembers.set(key, known);
  }
  for (const { workflows, ids } of byMembers.values()) {
    const { locale, schema } = tx.org;
    const titles = workflows.map((id) => {
      const workflow = findWorkflow(model, id);
      return say({ ...fairTexts.quoted, words: { name: workflow ? translate(workflow.title, workflow.titles, locale) : id } }, locale);
    });
    const words = { names: new Intl.ListFormat(locale, { type: 'conjunction' }).format(titles), depth: String(MOST_DEPTH) };
    const text = say({ ...(titles.length === 1 ? fairTexts.selfLoop : fairTexts.loop), words }, locale);
    await tx.run(sql`update ${orgTable(schema, 'run')} set error = ${text} where id = any(${ids}::uuid[])`);
    await alertOnce(tx, [...workflows].sort()[0] ?? '', workflows, now);
  }
}

function followBack(schema: string, runIds: readonly string[]) {
  const run = orgTable(schema, 'run');
  return sql`with recursive chain(run_id, workflow_id, occasion, parent_id, position) as (
      select id, workflow_id, occasion, parent_id, 0 from ${run} where id = any(${runIds}::uuid[])
      union all
      select chain.run_id, cause.workflow_id, cause.occasion, cause.parent_id, chain.position + 1
      from chain join ${run} as cause on cause.id = coalesce(chain.parent_id,
        case when chain.occasion ~ '^[0-9]{1,18}$' then (select history.operation_id from ${orgTable(schema, 'history')} as history where history.id = chain.occasion::bigint)
          when chain.occasion ~ '^event:[0-9a-f-]{36}/' then substring(chain.occasion from 7 for 36)::uuid end)
      where chain.position < ${MOST_DEPTH * 2}
    )
    select run_id, array_agg(workflow_id order by position) as workflows from chain group by run_id`;
}

async function alertOnce(tx: OrgTransaction, workflowId: string, workflows: readonly string[], now: Date): Promise<void> {
  const { schema } = tx.org;
  const [due] = await tx.run(sql`
    insert into ${orgTable(schema, 'workflowControl')} as control (workflow_id, loop_told_at) values (${workflowId}, ${now}::timestamptz)
    on conflict (workflow_id) do update set loop_told_at = excluded.loop_told_at
      where control.loop_told_at is null or control.loop_told_at <= excluded.loop_told_at - interval '1 hour' returning workflow_id`);
  if (!due) return;
  const detail = JSON.stringify({ workflows });
  await tx.run(sql`insert into ${orgTable(schema, 'automationAlert')} (kind, workflow_id, detail, at) values ('loop', ${workflowId}, ${detail}::jsonb, ${now}::timestamptz)`);
}
