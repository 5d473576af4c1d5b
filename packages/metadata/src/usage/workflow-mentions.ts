import type { WorkflowDocument, WorkflowStep } from '../document/documents.js';
import { stepsOf } from '../document/workflow-steps.js';
import type { Mentions } from './mentions.js';
import { mentionInTests } from './test-mentions.js';
import { things } from './things.js';
import { mentionInTrigger, mentionRelation } from './trigger-mentions.js';
import type { Spot, UsageArea } from './usage.js';

export function mentionInWorkflow(workflow: WorkflowDocument, mentions: Mentions): void {
  mentions.add(things.object(workflow.object), ['object'], 'automation');
  mentionInTrigger(workflow.trigger, workflow.object, mentions);
  mentions.text(workflow.when, workflow.object, ['when'], 'automation');
  const worksOn = new Map<string, ReadonlySet<string>>();
  for (const { step, place, object } of stepsOf(workflow, mentions.model)) {
    const own = object?.name ?? workflow.object;
    const others = mentionInStep(step, { object: own, at: [...place, 'input'] }, mentions);
    worksOn.set(step.id, others.size > 0 ? others : new Set([own]));
  }
  mentionInTests(workflow, worksOn, mentions);
}

interface StepPlace {
  readonly object: string;
  readonly at: Spot;
}

/**
 * What a step's input means is its action's business. What can be said of all: texts are names of objects or lists, or
 * formulas over the workflow's record or over the object the step works on; keys named as a field of that object set it.
 * Answers the other objects that it works on.
 */
function mentionInStep(step: WorkflowStep, { object, at }: StepPlace, mentions: Mentions): ReadonlySet<string> {
  const { model } = mentions;
  const { document } = step.input;
  if (typeof document === 'string') mentions.add(things.documentTemplate(document), [...at, 'document'], 'templates');
  const { template, calendar } = step.input;
  if (typeof calendar === 'string') mentions.add(things.businessCalendar(calendar), [...at, 'calendar'], 'automation');
  if (typeof template === 'string') mentions.add(things.messageTemplate(template), [...at, 'template'], 'templates');
  for (const { queue, spot } of queuesIn(step.input, at)) mentions.add(things.queue(queue), spot, 'automation');
  const texts = textsIn(step.input, at);
  const worksOn = new Set<string>();
  for (const { text, spot } of texts) {
    const related = mentionRelation(text, object, spot, mentions);
    if (related) worksOn.add(related.name);
    if (!model.objectByName.has(text)) continue;
    worksOn.add(text);
    mentions.add(things.object(text), spot, 'automation');
  }
  for (const { text, spot } of texts) {
    // A step that names no other object sets fields of the record that it runs on.
    for (const name of worksOn.size === 0 && spot.at(-2) === 'values' ? [object] : worksOn) {
      const target = model.objectByName.get(name);
      const key = String(spot.at(-1));
      mentions.field(target, key, spot, 'automation');
      const field = target?.fieldByName.get(key);
      if (target && field) mentions.value(target, field, /^\s*(["'])(.*)\1\s*$/.exec(text)?.[2] ?? text, spot, 'automation');
    }
    for (const name of [object, ...worksOn]) mentions.text(text, name, spot, areaOf(spot));
  }
  return worksOn;
}

/** Steps name a queue in their input, approvals one in each level. */
function queuesIn({ queue, levels }: WorkflowStep['input'], at: Spot): readonly { readonly queue: string; readonly spot: Spot }[] {
  const ofLevels = Array.isArray(levels) ? levels.map((level: unknown, index) => ({ queue: (level as { readonly queue?: unknown } | null)?.queue, spot: [...at, 'levels', index, 'queue'] })) : [];
  return [{ queue, spot: [...at, 'queue'] }, ...ofLevels].flatMap(({ queue: name, spot }) => (typeof name === 'string' ? [{ queue: name, spot }] : []));
}

/** Texts that a step sends are templates; the rest of a workflow is what happens. */
function areaOf(spot: Spot): UsageArea {
  return templates.includes(String(spot.at(-1))) && !spot.includes('values') ? 'templates' : 'automation';
}

const templates: readonly string[] = ['text', 'subject', 'body', 'title', 'message'];

function textsIn(value: unknown, spot: Spot): readonly { readonly text: string; readonly spot: Spot }[] {
  if (typeof value === 'string') return [{ text: value, spot }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => textsIn(entry, [...spot, key]));
}
