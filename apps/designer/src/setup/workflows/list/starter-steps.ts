import type { ObjectDescription, WorkflowStep } from '@guanxi/metadata';
import type { TFunction } from 'i18next';

/** What a step that somebody begins with is made of. */
export interface StarterPlace {
  readonly objects: readonly ObjectDescription[];
  /** The object that the workflow runs on. */
  readonly object: ObjectDescription;
  readonly t: TFunction;
}

export type StarterStep = 'createTask' | 'notify' | 'sendEmail' | 'approve' | 'assign' | 'callOut';

/** Steps as far as they can be known: whatever only the org knows is left open, and the designer asks for it. */
export const starterSteps: Readonly<Record<StarterStep, (place: StarterPlace, about?: ObjectDescription) => WorkflowStep | null>> = {
  createTask: (place, about) => {
    const target = about ?? place.objects.find(({ name }) => name === 'Task');
    return target ? { id: 'create-record', action: 'createRecord', title: place.t('starters.steps.create', { name: target.label }), input: { object: target.name, values: valuesOf(place, target) } } : null;
  },
  notify: (place) => ({ id: 'notify', action: 'notify', title: place.t('starters.steps.notify'), input: { to: 'owner', text: textOf(place) } }),
  sendEmail: (place) => ({ id: 'send-email', action: 'sendEmail', title: place.t('starters.steps.email'), input: { to: [place.object.fields.find(({ type, system }) => type === 'email' && !system)?.name ?? 'owner'], subject: textOf(place), body: textOf(place) } }),
  approve: ({ object, t }) => ({ id: 'approve', action: 'approve', title: t('starters.steps.approve'), input: { title: t('starters.approvalOf', { name: object.label }), levels: [{ approvers: ['owner'], within: 'P3D' }] } }),
  assign: ({ t }) => ({ id: 'assign', action: 'assign', title: t('starters.steps.assign'), input: { queue: '', choose: 'roundRobin' } }),
  callOut: ({ t }) => ({ id: 'call-out', action: 'callOut', title: t('starters.steps.call'), input: { url: '', send: { id: 'id' } } }),
};

export function quote(text: string): string {
  return `'${text.replaceAll("'", "\\'")}'`;
}

/** Of a record that points back to the one it is made for, and lies with the same owner. */
function valuesOf({ object, t }: StarterPlace, target: ObjectDescription): Readonly<Record<string, string>> {
  const lookup = target.fields.find((field) => field.target === object.name && !field.system);
  const named = target.fields.find(({ name, writable, system }) => name === target.nameField && writable && !system);
  const due = target.fields.find(({ type, system }) => type === 'date' && !system);
  const isCall = target.fields.find(({ name }) => name === 'type')?.valueLabels?.['call'] !== undefined;
  return {
    ...(named && { [named.name]: `${quote(t(isCall ? 'starters.callStart' : 'starters.start'))} & ${object.nameField}` }),
    ...(isCall && { type: "'call'" }),
    ...(lookup && { [lookup.name]: 'id' }),
    ...(target.fields.some(({ name }) => name === 'owner') && { owner: 'owner' }),
    ...(due && { [due.name]: 'TODAY() + 2' }),
  };
}

function textOf({ object, t }: StarterPlace): string {
  return `${quote(t('starters.textStart', { name: object.label }))} & ${object.nameField}`;
}
