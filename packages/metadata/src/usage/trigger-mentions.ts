import type { ElapsedAnchor, WorkflowTrigger } from '../document/documents.js';
import { calendarOf } from '../document/workflow-calendars.js';
import type { ObjectModel } from '../model/model.js';
import type { Mentions } from './mentions.js';
import { things } from './things.js';
import type { Spot } from './usage.js';

export function mentionInTrigger(trigger: WorkflowTrigger, objectName: string, mentions: Mentions): void {
  const object = mentions.model.objectByName.get(objectName);
  const mention = (name: string, ...spot: Spot) => mentions.field(object, name, ['trigger', ...spot], 'automation');
  if ('updated' in trigger) {
    const { fields = [], from = {}, to = {} } = trigger.updated;
    fields.forEach((name, index) => mention(name, 'updated', 'fields', index));
    for (const [key, values] of Object.entries({ from, to })) {
      for (const [name, value] of Object.entries(values)) {
        mention(name, 'updated', key, name);
        const field = object?.fieldByName.get(name);
        if (object && field && typeof value === 'string') mentions.value(object, field, value, ['trigger', 'updated', key, name], 'automation');
      }
    }
  }
  if ('beforeSave' in trigger) (trigger.beforeSave.fields ?? []).forEach((name, index) => mention(name, 'beforeSave', 'fields', index));
  if ('before' in trigger) mention(trigger.before.field, 'before', 'field');
  if ('webhook' in trigger) {
    mention(trigger.webhook.find.field, 'webhook', 'find', 'field');
    for (const name of Object.keys(trigger.webhook.create ?? {})) mention(name, 'webhook', 'create', name);
  }
  if ('button' in trigger) (trigger.button.permissionSets ?? []).forEach((name, index) => mentions.add(things.permissions(name), ['trigger', 'button', 'permissionSets', index], 'automation'));
  const calendar = calendarOf(trigger);
  if (calendar) mentions.add(things.businessCalendar(calendar.name), ['trigger', ...calendar.place], 'automation');
  if ('elapsed' in trigger) mentionAnchor(trigger.elapsed.since, objectName, mentions);
}

function mentionAnchor(since: ElapsedAnchor, objectName: string, mentions: Mentions): void {
  const at = ['trigger', 'elapsed', 'since'];
  if ('field' in since) {
    mentions.field(mentions.model.objectByName.get(objectName), since.field, [...at, 'field'], 'automation');
    return;
  }
  const related = mentionRelation(since.max.relation, objectName, [...at, 'max', 'relation'], mentions);
  mentions.field(related, since.max.field, [...at, 'max', 'field'], 'automation');
}

/** The list at the end of a path of references: `customer.tasks`. */
export function mentionRelation(path: string, objectName: string, spot: Spot, mentions: Mentions): ObjectModel | undefined {
  const names = path.split('.');
  let object = mentions.model.objectByName.get(objectName);
  for (const name of names.slice(0, -1)) {
    const target: string = object?.fieldByName.get(name)?.target ?? '';
    object = mentions.model.objectByName.get(target);
  }
  return mentions.relation(object, names.at(-1) ?? '', spot, 'automation');
}
