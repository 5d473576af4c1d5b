import { translate, type Translations } from '@guanxi/field-types';
import type { WorkflowStep } from '@guanxi/metadata';
import type { FieldMiddleware } from '@nestjs/graphql';
import type { RequestContext } from '../../metadata-api/request-context.js';

/** Which step something is told of; its title is said in the language of whoever asks. */
export interface StepPlace {
  readonly id: string;
  readonly action: string;
  readonly title: string | null;
  readonly titles?: Translations;
  /** Ways that it stands within. */
  readonly level: number;
}

export function placeOfStep({ id, action, title, titles }: WorkflowStep, level: number): StepPlace {
  return { id, action, title: title ?? null, ...(titles && { titles }), level };
}

/** Of a field `title` whose object has `titles` beside it. */
export const inTheirLanguage: FieldMiddleware<Partial<StepPlace>, RequestContext> = async ({ source: { title, titles }, context }) =>
  (title == null ? null : translate(title, titles, context.request.actor?.locale ?? 'en'));
