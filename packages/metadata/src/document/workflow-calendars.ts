import type { WorkflowTrigger } from './documents.js';

/** The business calendar that a trigger counts time by, and where the trigger names it. */
export function calendarOf(trigger: WorkflowTrigger): { readonly name: string; readonly place: readonly string[] } | undefined {
  for (const [kind, settings] of Object.entries(trigger) as readonly [string, { readonly calendar?: unknown }][]) {
    if (typeof settings.calendar === 'string') return { name: settings.calendar, place: [kind, 'calendar'] };
  }
  return undefined;
}
