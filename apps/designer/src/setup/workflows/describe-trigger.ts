import type { ObjectDescription, WorkflowTrigger } from '@guanxi/metadata';
import { describePeriod, parsePeriod } from '@guanxi/workflow/designer';
import type { TFunction } from 'i18next';

type Objects = readonly ObjectDescription[];

/** "30 days after the latest Ordered on of a Customer's Orders", in the reader's language. */
export function describeTrigger(trigger: WorkflowTrigger, objectName: string, objects: Objects, t: TFunction, locale: string): string {
  const object = objects.find(({ name }) => name === objectName);
  const label = object?.label ?? objectName;
  if ('created' in trigger) return t('automation.trigger.whenCreated', { object: label });
  if ('updated' in trigger) {
    const fields = (trigger.updated.fields ?? []).map((name) => fieldLabel(object, name));
    if (fields.length === 0) return t('automation.trigger.whenUpdated', { object: label });
    return t('automation.trigger.whenFields', { object: label, fields: new Intl.ListFormat(locale, { type: 'disjunction' }).format(fields) });
  }
  if (!('elapsed' in trigger)) return t(`automation.trigger.kinds.${Object.keys(trigger)[0] ?? ''}`);
  const { since, after } = trigger.elapsed;
  const period = describeDuration(after, locale);
  if ('field' in since) return t('automation.trigger.afterField', { period, object: label, field: fieldLabel(object, since.field) });
  const relation = object?.relations.find(({ name }) => name === since.max.relation);
  const source = objects.find(({ name }) => name === relation?.object);
  return t('automation.trigger.afterLatest', { period, object: label, related: relation?.label ?? since.max.relation, field: fieldLabel(source, since.max.field) });
}

export function describeDuration(after: string, locale: string): string {
  const period = parsePeriod(after);
  return period ? describePeriod(period, locale) : after;
}

function fieldLabel(object: ObjectDescription | undefined, name: string): string {
  return object?.fields.find((field) => field.name === name)?.label ?? name;
}
