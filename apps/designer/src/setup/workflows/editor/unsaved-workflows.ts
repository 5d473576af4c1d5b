import type { WorkflowDraft } from '../automation-types.js';

const prefix = 'guanxi.workflow.';

/** What was typed and is not in the draft yet outlives a reload of the page, but not the window. */
export function keepUnsaved(workflow: WorkflowDraft): void {
  sessionStorage.setItem(prefix + workflow.name, JSON.stringify(workflow));
}

export function readUnsaved(name: string): WorkflowDraft | null {
  try {
    return JSON.parse(sessionStorage.getItem(prefix + name) ?? 'null') as WorkflowDraft | null;
  } catch {
    return null;
  }
}

export function forgetUnsaved(name: string): void {
  sessionStorage.removeItem(prefix + name);
}

/** Workflows that were begun here and never saved. */
export function listUnsaved(): readonly WorkflowDraft[] {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(prefix)).flatMap((key) => readUnsaved(key.slice(prefix.length)) ?? []);
}
