import { Logger } from '@nestjs/common';
import { lockDue, NoLongerThere, readDueRule, sweepDue, type DueRule } from '@guanxi/workflow';
import type { OrgTransaction } from '../database/sql-session.js';
import type { ActiveWorkflow } from './active-workflow.js';

const logger = new Logger('Automation');
const BATCH = 2_000;

/** Makes the runs of records that have crossed the line of one workflow. Answers how many records were looked at. */
export async function sweepLine(tx: OrgTransaction, { definition, place, revision, countsFrom }: ActiveWorkflow): Promise<number> {
  const rule = readRule({ definition, place });
  if (!rule) return 0;
  const held = await tx.run<{ record_id: string }>(lockDue(rule, BATCH));
  if (held.length > 0) await tx.run(sweepDue(rule, { recordIds: held.map(({ record_id: id }) => id), countsFrom, revision }));
  return held.length;
}

function readRule({ definition, place }: Pick<ActiveWorkflow, 'definition' | 'place'>): DueRule | undefined {
  if (!('elapsed' in definition.trigger)) return undefined;
  try {
    return readDueRule(definition, place);
  } catch (error) {
    if (!(error instanceof NoLongerThere)) throw error;
    logger.warn(`Workflow ${definition.name} is passed over: ${error.message}`);
    return undefined;
  }
}
