import type { WebhookSubject } from './webhook-queries.js';

/** A subject while it is edited: the filter is text, no fields mean all. */
export interface SubjectDraft {
  readonly object: string;
  readonly where: string;
  readonly fields: readonly string[];
}

export function startSubject({ object, where, fields }: WebhookSubject): SubjectDraft {
  return { object, where: where === null ? '' : JSON.stringify(where, null, 2), fields: fields ?? [] };
}

/** `wrong`: the places of those whose filter is no JSON object. */
export function readSubjects(drafts: readonly SubjectDraft[]): { readonly subjects: readonly WebhookSubject[]; readonly wrong: readonly number[] } {
  const read = drafts.map(({ object, where, fields }) => ({ object, where: where.trim() === '' ? null : readObject(where), fields: fields.length === 0 ? null : fields }));
  const wrong = read.flatMap(({ where }, index) => (where === undefined ? [index] : []));
  return { subjects: read.map((subject) => ({ ...subject, where: subject.where ?? null })), wrong };
}

/** One `name: value` per line; undefined where a line is none. */
export function readHeaders(text: string): Readonly<Record<string, string>> | undefined {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const pairs = lines.map((line) => /^([^:\s]+)\s*:\s*(.+)$/.exec(line));
  if (pairs.includes(null)) return undefined;
  return Object.fromEntries(pairs.flatMap((pair) => (pair?.[1] !== undefined && pair[2] !== undefined ? [[pair[1], pair[2]]] : [])));
}

function readObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
