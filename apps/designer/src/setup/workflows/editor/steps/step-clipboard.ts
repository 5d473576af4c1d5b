import type { WorkflowStep } from '@guanxi/metadata';
import { useSyncExternalStore } from 'react';

const key = 'guanxi.copied-step';
const listeners = new Set<() => void>();
let kept: { readonly text: string | null; readonly step: WorkflowStep | null } = { text: null, step: null };

/** The step that was copied last, with its ways; it can be pasted into any workflow of this window. */
export function copyStep(step: WorkflowStep): void {
  sessionStorage.setItem(key, JSON.stringify(step));
  for (const listener of listeners) listener();
}

export function useCopiedStep(): WorkflowStep | null {
  return useSyncExternalStore(subscribe, readStep);
}

function readStep(): WorkflowStep | null {
  const text = sessionStorage.getItem(key);
  if (text !== kept.text) kept = { text, step: parse(text) };
  return kept.step;
}

function parse(text: string | null): WorkflowStep | null {
  try {
    return JSON.parse(text ?? 'null') as WorkflowStep | null;
  } catch {
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
