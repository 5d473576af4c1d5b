import type { Model, WorkflowDocument } from '@guanxi/metadata';
import { calendarContent } from '../calendar/count-time-sql.js';
import { triggerName } from '../definition/trigger.js';
import { findAnchor } from '../definition/triggers/elapsed.js';
import { dueTerm } from './due-term.js';

/** What decides when a workflow's time comes, by ids: a renamed field moves nothing, other hours of its calendar do. */
export function describeLine(workflow: WorkflowDocument, model: Model, timeZone: string): unknown {
  const { trigger } = workflow;
  const object = model.objectByName.get(workflow.object);
  if ('schedule' in trigger) return ['schedule', trigger.schedule.cron, trigger.schedule.timeZone ?? timeZone];
  const term = dueTerm(trigger);
  if (!object || !term) return [triggerName(trigger)];
  const anchor = findAnchor(term.since, object, model);
  const calendar = model.businessCalendars.find(({ name }) => name === term.calendar);
  return [term.kind, object.id, term.length, anchor?.source.id, anchor?.field.id, anchor?.viaRelation?.id, calendar && calendarContent(calendar, timeZone)];
}
