import { stepsOf, type ObjectDescription, type WorkflowStep } from '@guanxi/metadata';
import type { TFunction } from 'i18next';
import { relationPaths } from '../../formula/record-scope.js';

/** What a step does, in one line under its title: the object it makes, the fields it sets, whom it tells. */
export function describeStep(step: WorkflowStep, workflowObject: string, objects: readonly ObjectDescription[], t: TFunction): string {
  const inside = stepsOf({ steps: [step], object: workflowObject }).length - 1;
  if (inside > 0) return t('automation.step.ways', { count: inside });
  const { input } = step;
  const relation = relationPaths(objects, workflowObject).find(({ path }) => path === input['relation']);
  const target = objects.find(({ name }) => name === (input['object'] ?? relation?.object ?? workflowObject));
  const fields = Object.keys((input['values'] ?? {}) as object).map((name) => target?.fields.find((field) => field.name === name)?.label ?? name);
  const shown = fields.slice(0, 4).join(t('automation.step.comma')) + (fields.length > 4 ? ' …' : '');
  if (typeof input['object'] === 'string') return fields.length > 0 ? t('automation.step.creates', { object: target?.label ?? input['object'], fields: shown }) : (target?.label ?? input['object']);
  if (relation) return t('automation.step.setsRelated', { related: relation.label, fields: shown });
  if (typeof input['to'] === 'string') return t('automation.step.notifies', { to: input['to'] });
  return fields.length > 0 ? t('automation.step.sets', { fields: shown }) : t('automation.step.unfinished');
}
