import type { WorkspaceDescription } from '@guanxi/metadata';
import { conditionOfTree, countIncomplete, treeOfCondition, type FilterNode } from '../../workspace/filters/filter-tree.js';
import type { Where } from '../../workspace/records/record-queries.js';
import type { WebhookSubject } from './webhook-queries.js';

/** A subject while it is edited; no fields mean all. */
export interface SubjectDraft {
  readonly object: string;
  readonly filter: FilterDraft;
  readonly fields: readonly string[];
}

/** Rows of the builder, or JSON where the filter says more than rows can. */
export type FilterDraft = { readonly nodes: readonly FilterNode[] } | { readonly text: string };

export type FilterFault = 'noJson' | 'incomplete';

type Objects = Pick<WorkspaceDescription, 'objects'>;

export function startSubject(workspace: Objects, { object: name, where, fields }: WebhookSubject): SubjectDraft {
  const object = workspace.objects.find((one) => one.name === name);
  const nodes = object && treeOfCondition(workspace, object, (where ?? {}) as Where);
  return { object: name, filter: nodes ? { nodes } : { text: JSON.stringify(where, null, 2) }, fields: fields ?? [] };
}

/** `wrong`: what is wrong with a filter, by the place of its subject. A condition without a value would send more than is meant. */
export function readSubjects(workspace: Objects, drafts: readonly SubjectDraft[]): { readonly subjects: readonly WebhookSubject[]; readonly wrong: ReadonlyMap<number, FilterFault> } {
  const wrong = new Map<number, FilterFault>();
  const subjects = drafts.map(({ object, filter, fields }, index): WebhookSubject => {
    const where = readFilter(workspace, object, filter);
    if (typeof where === 'string') wrong.set(index, where);
    return { object, where: typeof where === 'object' ? where : null, fields: fields.length === 0 ? null : fields };
  });
  return { subjects, wrong };
}

/** One `name: value` per line; undefined where a line is none. */
export function readHeaders(text: string): Readonly<Record<string, string>> | undefined {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const pairs = lines.map((line) => /^([^:\s]+)\s*:\s*(.+)$/.exec(line));
  if (pairs.includes(null)) return undefined;
  return Object.fromEntries(pairs.flatMap((pair) => (pair?.[1] !== undefined && pair[2] !== undefined ? [[pair[1], pair[2]]] : [])));
}

function readFilter(workspace: Objects, name: string, filter: FilterDraft): Where | FilterFault | undefined {
  if ('text' in filter) return filter.text.trim() === '' ? undefined : readObject(filter.text);
  const object = workspace.objects.find((one) => one.name === name);
  if (countIncomplete(filter.nodes) > 0) return 'incomplete';
  return object && conditionOfTree(workspace, object, filter.nodes);
}

function readObject(text: string): Where | FilterFault {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Where) : 'noJson';
  } catch {
    return 'noJson';
  }
}
