import { translate, type ObjectDescription, type WorkflowStep } from '@guanxi/metadata';
import { ERROR, stepPaths } from '@guanxi/workflow/designer';
import type { TFunction } from 'i18next';
import type { WorkflowDraft } from '../../automation-types.js';
import { stepPart, wayPart, type FlowPart } from '../flow-parts.js';
import { OWN_STEPS, type StepList } from '../workflow-edits.js';
import { describeStep } from './describe-step.js';

/** A step as canvas and outline show it. Both are drawn from these alone, so that they say the same. */
export interface FlowItem {
  readonly part: FlowPart;
  readonly step: WorkflowStep;
  /** "2.1": the first step of a way of the second one. */
  readonly number: string;
  readonly title: string;
  readonly details: string;
  readonly list: StepList;
  readonly index: number;
  readonly ways: readonly FlowWay[];
  /** Of the steps in its ways. */
  readonly within: number;
  /** Nothing comes after it. */
  readonly isEnd: boolean;
}

export interface FlowWay {
  readonly part: FlowPart;
  readonly name: string;
  readonly title: string;
  /** The title as the document has it, by which traces tell the way; undefined where it has none. */
  readonly called: string | undefined;
  readonly list: StepList;
  readonly owner: WorkflowStep;
  readonly items: readonly FlowItem[];
  readonly kind: 'choice' | 'each' | 'error';
}

export interface FlowWords {
  readonly t: TFunction;
  readonly locale: string;
  readonly objects: readonly ObjectDescription[];
  /** What an action is called. */
  readonly titleOf: (action: string) => string;
  readonly workflowTitle: (name: string) => string;
  /** Name of the object whose record a step runs on. */
  readonly objectOf: (step: WorkflowStep) => string;
}

/** Every step of the workflow in its place. */
export function flowItems(workflow: WorkflowDraft, words: FlowWords): readonly FlowItem[] {
  return itemsOf(workflow.steps, OWN_STEPS, '', words);
}

function itemsOf(steps: readonly WorkflowStep[], list: StepList, prefix: string, words: FlowWords): readonly FlowItem[] {
  return steps.map((step, index): FlowItem => {
    const number = `${prefix}${index + 1}`;
    const ways = stepPaths(step).map(({ name, title, titles }): FlowWay => {
      const own: StepList = { owner: step.id, path: name };
      return {
        part: wayPart(step.id, name), name, called: title, list: own, owner: step, title: title === undefined ? words.t(`automation.way.${name}`, { defaultValue: name }) : translate(title, titles, words.locale),
        items: itemsOf(step.paths?.[name] ?? [], own, `${number}.`, words), kind: name === ERROR ? 'error' : name === 'each' ? 'each' : 'choice',
      };
    });
    return {
      part: stepPart(step.id), step, number, list, index, ways, within: ways.reduce((sum, way) => sum + countItems(way.items), 0), isEnd: step.action === 'stop',
      title: step.title === undefined ? words.titleOf(step.action) : translate(step.title, step.titles, words.locale), details: describeStep(step, { ...words, object: words.objectOf(step) }),
    };
  });
}

export function countItems(items: readonly FlowItem[]): number {
  return items.reduce((sum, { within }) => sum + 1 + within, 0);
}

/** All of them in the order in which they are read. */
export function allItems(items: readonly FlowItem[]): readonly FlowItem[] {
  return items.flatMap((item) => [item, ...item.ways.flatMap((way) => allItems(way.items))]);
}
