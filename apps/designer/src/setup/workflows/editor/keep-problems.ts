import type { Problem } from '../../../api/index.js';
import type { WorkflowDraft } from '../automation-types.js';

/**
 * Of what the server found wrong, that which an edit has not touched: the same step still stands at its place, and what is
 * complained of says what it said. The rest is asked again when the draft is saved.
 */
export function keepProblems(problems: readonly Problem[], before: WorkflowDraft, after: WorkflowDraft): readonly Problem[] {
  return problems.filter(({ path }) => {
    const own = path.replace(/^\/(\d+|workflow:[^/]*)(?=\/|$)/, '');
    const step = /^(\/steps\/\d+(\/paths\/[^/]+\/\d+)*)/.exec(own)?.[1];
    if (step !== undefined && idOf(valueAt(before, step)) !== idOf(valueAt(after, step))) return false;
    return JSON.stringify(valueAt(before, own)) === JSON.stringify(valueAt(after, own));
  });
}

function idOf(step: unknown): unknown {
  return typeof step === 'object' && step !== null ? (step as { readonly id?: unknown }).id : undefined;
}

function valueAt(document: unknown, pointer: string): unknown {
  return pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')).reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[part] : undefined), document);
}
