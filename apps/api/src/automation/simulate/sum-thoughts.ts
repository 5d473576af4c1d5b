import type { StepPlace } from '../trace/place-of-step.js';
import type { Thought, ThoughtStatus } from './thought.js';

export interface StepSums {
  readonly steps: readonly StepSum[];
  readonly ways: readonly WaySum[];
}

export interface StepSum extends StepPlace {
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
  readonly unknown: number;
}

export interface WaySum {
  readonly step: string;
  readonly way: string;
  readonly count: number;
}

export interface ThoughtSums extends StepSums {
  /** How often each person or address would have been told something. */
  readonly told: readonly { readonly id: string; readonly count: number }[];
}

/** Adds up what thought-of runs came to, steps in the order in which they were first taken. */
export function sumThoughts(thoughts: readonly Thought[]): ThoughtSums {
  const steps = new Map<string, { -readonly [Key in keyof StepSum]: StepSum[Key] } & Record<ThoughtStatus, number>>();
  const ways = new Map<string, { -readonly [Key in keyof WaySum]: WaySum[Key] }>();
  const told = new Map<string, number>();
  for (const thought of thoughts) {
    for (const { id, action, title, titles, level, status, way } of thought.steps) {
      const sum = steps.get(id) ?? { id, action, title, ...(titles && { titles }), level, done: 0, skipped: 0, failed: 0, unknown: 0 };
      sum[status] += 1;
      steps.set(id, sum);
      if (way === null) continue;
      const taken = ways.get(`${id}/${way}`) ?? { step: id, way, count: 0 };
      taken.count += 1;
      ways.set(`${id}/${way}`, taken);
    }
    for (const one of thought.told) told.set(one, (told.get(one) ?? 0) + 1);
  }
  return { steps: [...steps.values()], ways: [...ways.values()], told: [...told].map(([id, count]) => ({ id, count })) };
}
