import type { FieldDescription, ObjectDescription, WorkflowTrigger } from '@guanxi/metadata';
import type { TFunction } from 'i18next';
import type { WorkflowDraft } from '../automation-types.js';
import { findAnchors } from '../editor/triggers/elapsed-anchors.js';
import { starterSteps, type StarterPlace, type StarterStep } from './starter-steps.js';

export const templateNames = ['quiet', 'overdue', 'deadline', 'welcome', 'stage', 'assign', 'approval', 'weekly', 'blank'] as const;

export type TemplateName = (typeof templateNames)[number];

export type WorkflowStart = Pick<WorkflowDraft, 'trigger' | 'steps' | 'object'> & { readonly when?: string };

interface Template {
  /** Null where the object has nothing that it could go by. */
  readonly trigger: (place: StarterPlace) => WorkflowTrigger | null;
  readonly steps: readonly StarterStep[];
}

const templates: Readonly<Record<TemplateName, Template>> = {
  quiet: {
    trigger: ({ objects, object }) => {
      const anchor = findAnchors(objects, object.name).find(({ related }) => related !== undefined);
      return anchor ? { elapsed: { since: anchor.anchor, after: 'P30D' } } : null;
    },
    steps: ['createTask'],
  },
  overdue: { trigger: ({ object }) => { const date = ownDate(object); return date ? { elapsed: { since: { field: date.name }, after: 'P2D' } } : null; }, steps: ['notify'] },
  deadline: { trigger: ({ object }) => { const date = ownDate(object); return date ? { before: { field: date.name, by: 'P7D' } } : null; }, steps: ['notify'] },
  welcome: { trigger: () => ({ created: {} }), steps: ['notify'] },
  stage: {
    trigger: ({ object }) => {
      const field = object.fields.find(({ type, system }) => type === 'picklist' && !system);
      const last = Object.keys(field?.valueLabels ?? {}).at(-1);
      return field && last !== undefined ? { updated: { fields: [field.name], to: { [field.name]: last } } } : null;
    },
    steps: ['notify'],
  },
  assign: { trigger: () => ({ created: {} }), steps: ['assign'] },
  approval: { trigger: () => ({ created: {} }), steps: ['approve'] },
  weekly: { trigger: () => ({ schedule: { cron: '0 9 * * 1' } }), steps: ['notify'] },
  blank: { trigger: () => ({ created: {} }), steps: [] },
};

/** What a template makes of the org's objects; null where they have nothing it could work on. */
export function startFrom(template: TemplateName, objects: readonly ObjectDescription[], objectName: string, t: TFunction): WorkflowStart | null {
  const object = objects.find(({ name }) => name === objectName);
  const place = object && { objects, object, t };
  const trigger = place && templates[template].trigger(place);
  if (!place || !trigger) return null;
  return { object: objectName, trigger, steps: templates[template].steps.flatMap((step) => starterSteps[step](place) ?? []) };
}

/** The object that a template fits best, as far as one can tell. */
export function suitableObject(template: TemplateName, objects: readonly ObjectDescription[], t: TFunction): string | undefined {
  const own = objects.filter(({ platform }) => !platform);
  return (own.find(({ name }) => startFrom(template, objects, name, t) !== null) ?? own[0])?.name;
}

function ownDate({ fields }: ObjectDescription): FieldDescription | undefined {
  return fields.find(({ type, system }) => (type === 'date' || type === 'dateTime') && !system);
}
