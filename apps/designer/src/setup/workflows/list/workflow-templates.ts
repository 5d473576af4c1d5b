import type { ObjectDescription, WorkflowTrigger } from '@guanxi/metadata';
import type { TFunction } from 'i18next';
import type { WorkflowDraft } from '../automation-types.js';
import { findAnchors } from '../editor/triggers/elapsed-anchors.js';

export type TemplateName = 'blank' | 'quiet' | 'welcome';

type Start = Pick<WorkflowDraft, 'trigger' | 'steps' | 'object'> & { readonly when?: string };

/** What a template makes of the org's objects; null where they have nothing it could work on. */
export function startFrom(template: TemplateName, objects: readonly ObjectDescription[], objectName: string, t: TFunction): Start | null {
  return starters[template](objects, objectName, t);
}

/** The object that a template fits best, as far as one can tell. */
export function suitableObject(template: TemplateName, objects: readonly ObjectDescription[]): string | undefined {
  const own = objects.filter(({ platform }) => !platform);
  if (template !== 'quiet') return own[0]?.name;
  return own.find(({ name }) => findAnchors(objects, name).some(({ related }) => related !== undefined))?.name ?? own[0]?.name;
}

const starters: Readonly<Record<TemplateName, (objects: readonly ObjectDescription[], objectName: string, t: TFunction) => Start | null>> = {
  blank: (_objects, object) => ({ object, trigger: { created: {} }, steps: [] }),

  quiet: (objects, object, t) => {
    const anchor = findAnchors(objects, object).find(({ related }) => related !== undefined);
    if (!anchor) return null;
    const task = objects.find(({ name }) => name === 'Task');
    const trigger: WorkflowTrigger = { elapsed: { since: anchor.anchor, after: 'P30D' } };
    const name = objects.find((one) => one.name === object)?.nameField ?? 'id';
    const lookup = task?.fields.find(({ target, system }) => target === object && !system);
    const can = (field: string) => task?.fields.some((one) => one.name === field) ?? false;
    const values = {
      ...(can('subject') && { subject: `${quote(t('automation.new.callStart'))} & ${name}` }),
      ...(can('type') && { type: "'call'" }),
      ...(lookup && { [lookup.name]: 'id' }),
      owner: 'owner',
      ...(can('dueOn') && { dueOn: 'TODAY() + 2' }),
    };
    return { object, trigger, steps: task ? [{ id: 'create-task', action: 'createRecord', title: t('automation.new.callStep'), input: { object: 'Task', values } }] : [] };
  },

  welcome: (objects, object, t) => {
    const name = objects.find((one) => one.name === object)?.nameField ?? 'id';
    return { object, trigger: { created: {} }, steps: [{ id: 'notify', action: 'notify', title: t('automation.new.notifyStep'), input: { to: 'owner', text: `${quote(t('automation.new.notifyStart'))} & ${name}` } }] };
  },
};

function quote(text: string): string {
  return `'${text.replaceAll("'", "\\'")}'`;
}
