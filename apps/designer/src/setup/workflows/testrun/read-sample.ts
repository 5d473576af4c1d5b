import type { WorkflowTestGiven, WorkflowTestValues } from '@guanxi/metadata';

/** Values to try a workflow with, of a record that there is not. */
export interface Sample {
  readonly given: Pick<WorkflowTestGiven, 'record' | 'parents' | 'related'>;
  readonly inputs: Readonly<Record<string, string>>;
}

interface Known {
  /** Names of fields that can be written. */
  readonly fields: readonly string[];
  /** Names of what comes in with the trigger. */
  readonly inputs: readonly string[];
}

/**
 * What somebody pasted: a test run that was copied (`record`, `related`), a test, or bare values of a record or of what comes in.
 * Undefined where it is no JSON object; names that nothing here has are left out.
 */
export function readSample(text: string, { fields, inputs }: Known): Sample | undefined {
  const pasted = parse(text);
  if (!isTree(pasted)) return undefined;
  const values = isTree(pasted['record']) ? pasted['record'] : pasted;
  const brought = isTree(pasted['inputs']) ? pasted['inputs'] : pasted;
  return {
    given: {
      record: pick(values, fields),
      ...(isTree(pasted['parents']) && { parents: pasted['parents'] as NonNullable<WorkflowTestGiven['parents']> }),
      ...(Array.isArray(pasted['related']) && { related: pasted['related'] as NonNullable<WorkflowTestGiven['related']> }),
    },
    inputs: Object.fromEntries(Object.entries(pick(brought, inputs)).map(([name, value]) => [name, value === null ? '' : String(value)])),
  };
}

function pick(tree: Readonly<Record<string, unknown>>, names: readonly string[]): WorkflowTestValues {
  return Object.fromEntries(names.flatMap((name) => { const value = tree[name]; return isPlain(value) ? [[name, value]] : []; }));
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
