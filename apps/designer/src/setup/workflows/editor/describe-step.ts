import type { ObjectDescription, WorkflowStep } from '@guanxi/metadata';
import { parsePeriod, periodUnits } from '@guanxi/workflow/designer';
import type { TFunction } from 'i18next';
import { relationPaths } from '../../formula/record-scope.js';

/** What a step does, in one line under its title: the object it makes, the fields it sets, whom it tells. */
export function describeStep({ action, input }: WorkflowStep, workflowObject: string, objects: readonly ObjectDescription[], t: TFunction): string {
  const said = sentences[action]?.(input, t);
  if (said !== undefined) return said;
  const relation = relationPaths(objects, workflowObject).find(({ path }) => path === input['relation']);
  const target = objects.find(({ name }) => name === (input['object'] ?? relation?.object ?? workflowObject));
  const fields = Object.keys((input['values'] ?? {}) as object).map((name) => target?.fields.find((field) => field.name === name)?.label ?? name);
  const shown = fields.slice(0, 4).join(t('automation.step.comma')) + (fields.length > 4 ? ' …' : '');
  if (typeof input['object'] === 'string') return fields.length > 0 ? t('automation.step.creates', { object: target?.label ?? input['object'], fields: shown }) : (target?.label ?? input['object']);
  if (action === 'forEach' || action === 'deleteRecord') return relation?.label ?? (action === 'deleteRecord' ? target?.label ?? '' : t('automation.step.unfinished'));
  if (relation) return t('automation.step.setsRelated', { related: relation.label, fields: shown });
  if (typeof input['to'] === 'string') return t('automation.step.notifies', { to: input['to'] });
  return fields.length > 0 ? t('automation.step.sets', { fields: shown }) : t('automation.step.unfinished');
}

/** Steps that write no fields. */
const sentences: Readonly<Record<string, (input: WorkflowStep['input'], t: TFunction) => string | undefined>> = {
  wait: ({ for: length, until }, t) => (typeof until === 'string' ? t('automation.step.waitsUntil', { until }) : typeof length === 'string' ? describePeriod(length, t) : undefined),
  compute: ({ name, formula }) => (typeof name === 'string' && typeof formula === 'string' ? `$Run.${name} = ${formula}` : undefined),
  branch: ({ cases }, t) => t('automation.step.waysCount', { count: (Array.isArray(cases) ? cases.length : 0) + 1 }),
  callWorkflow: ({ workflow }) => (typeof workflow === 'string' ? workflow : undefined),
  stop: () => '',
};

function describePeriod(text: string, t: TFunction): string {
  const period = parsePeriod(text);
  return period ? periodUnits.flatMap((unit) => (period[unit] > 0 ? [`${period[unit]} ${t(`automation.unit.${unit}`)}`] : [])).join(' ') : text;
}
