import type { ObjectDescription } from '@guanxi/metadata';
import type { TriggerName, TriggerSettings } from '@guanxi/workflow/designer';
import type { Problem } from '../../../../api/index.js';

/** What the settings of one kind of trigger are given. */
export interface TriggerSettingsProps<Name extends TriggerName> {
  readonly settings: TriggerSettings[Name];
  readonly object: ObjectDescription;
  readonly objects: readonly ObjectDescription[];
  /** Of the last attempt to save; paths count from the settings. */
  readonly problems: readonly Problem[];
  readonly onChange: (settings: TriggerSettings[Name]) => void;
}

/** What is wrong at a place of the settings, in sentences. */
export function errorAt(problems: readonly Problem[], path: string): string | undefined {
  const found = problems.filter((problem) => problem.path === path).map(({ message, hint }) => [message, hint].filter(Boolean).join(' ')).join(' ');
  return found === '' ? undefined : found;
}

/** Problems within a part of the settings, their paths counted from there. */
export function problemsWithin(problems: readonly Problem[], path: string): readonly Problem[] {
  return problems.filter((problem) => problem.path.startsWith(`${path}/`)).map((problem) => ({ ...problem, path: problem.path.slice(path.length) }));
}
