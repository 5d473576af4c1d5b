import type { ObjectDescription, WorkflowStep } from '@guanxi/metadata';
import { describePeriod, parsePeriod } from '@guanxi/workflow/designer';
import type { TFunction } from 'i18next';
import { recordScope, relationPaths } from '../../../formula/record-scope.js';

export interface StepSurroundings {
  /** Name of the object whose record the step runs on. */
  readonly object: string;
  readonly objects: readonly ObjectDescription[];
  readonly t: TFunction;
  readonly locale: string;
  /** What a workflow or message template is called; its name where that is not known. */
  readonly workflowTitle: (name: string) => string;
}

/** What a step does, in one line under its title: the object it makes, the fields it sets, whom it tells. */
export function describeStep({ action, input }: WorkflowStep, surroundings: StepSurroundings): string {
  const { object: objectName, objects, t } = surroundings;
  const said = sentences[action]?.(input, surroundings);
  if (said !== undefined) return said;
  const relation = relationPaths(objects, objectName).find(({ path }) => path === input['relation']);
  const target = objects.find(({ name }) => name === (input['object'] ?? relation?.object ?? objectName));
  const fields = Object.keys((input['values'] ?? {}) as object).map((name) => target?.fields.find((field) => field.name === name)?.label ?? name);
  const shown = fields.slice(0, 4).join(t('automation.step.comma')) + (fields.length > 4 ? ' …' : '');
  if (typeof input['object'] === 'string') return fields.length > 0 ? t('automation.step.creates', { object: target?.label ?? input['object'], fields: shown }) : (target?.label ?? input['object']);
  if (relation) return fields.length > 0 ? t('automation.step.setsRelated', { related: relation.label, fields: shown }) : relation.label;
  const to = firstText(input['to']);
  if (to !== undefined) return t('automation.step.notifies', { to: nameFormula(to, surroundings) });
  if (fields.length > 0) return t('automation.step.sets', { fields: shown });
  return Object.keys(input).length === 0 ? t('automation.step.unfinished') : '';
}

type Describe = (input: WorkflowStep['input'], surroundings: StepSurroundings) => string | undefined;

/** Steps whose input has a shape of its own. */
const sentences: Readonly<Record<string, Describe>> = {
  wait: ({ for: length, until }, around) => (typeof until === 'string' ? around.t('automation.step.waitsUntil', { until: nameFormula(until, around) }) : typeof length === 'string' ? sayPeriod(length, around.locale) : undefined),
  compute: ({ name, formula }) => (typeof name === 'string' && typeof formula === 'string' ? `${name} = ${formula}` : undefined),
  branch: ({ cases }, { t }) => t('automation.step.waysCount', { count: (Array.isArray(cases) ? cases.length : 0) + 1 }),
  callWorkflow: ({ workflow }, { workflowTitle }) => (typeof workflow === 'string' ? workflowTitle(workflow) : undefined),
  deleteRecord: ({ relation }, { objects, object }) => relationPaths(objects, object).find(({ path }) => path === relation)?.label ?? objects.find(({ name }) => name === object)?.label,
  comment: ({ text, template }) => (typeof template === 'string' ? template : typeof text === 'string' ? text : undefined),
  makeDocument: ({ document }) => (typeof document === 'string' ? document : undefined),
  startMilestone: ({ name, title, target }, { locale }) => (typeof name === 'string' ? [typeof title === 'string' ? title : name, ...(typeof target === 'string' ? [sayPeriod(target, locale)] : [])].join(' · ') : undefined),
  stopMilestone: nameOf,
  pauseMilestone: nameOf,
  resumeMilestone: nameOf,
  stop: () => '',
};

function nameOf({ name }: WorkflowStep['input']): string | undefined {
  return typeof name === 'string' ? name : undefined;
}

function sayPeriod(text: string, locale: string): string {
  const period = parsePeriod(text);
  return period ? describePeriod(period, locale) : text;
}

function firstText(value: unknown): string | undefined {
  const [first, ...rest] = (Array.isArray(value) ? value : [value]) as readonly unknown[];
  if (typeof first !== 'string' || first === '') return undefined;
  return rest.length > 0 ? `${first} …` : first;
}

/** A formula that is nothing but a field is called as that field is; any other stands as it is written. */
function nameFormula(formula: string, { objects, object }: StepSurroundings): string {
  if (!/^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/.test(formula)) return formula;
  const scope = recordScope(objects, object, { isUnattended: true });
  const path = formula.split('.');
  const labels = path.map((_, index) => scope.label?.(path.slice(0, index + 1)));
  return labels.every((label) => label !== undefined) ? labels.join(' › ') : formula;
}
