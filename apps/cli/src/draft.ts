import { RequestFailed, type RequestProblem } from '@guanxi/client';
import type { MetadataDocument } from '@guanxi/metadata';
import type { Connection } from './connection.js';
import { fetchDocuments, readDocuments } from './documents.js';

export interface DraftPlan {
  readonly baseRevision: number;
  readonly changes: readonly { readonly id: string; readonly risk: string; readonly sentence: string; readonly rows: number | null; readonly blocking: boolean }[];
}

export interface DraftOptions {
  /** Documents that are not among those that are given go. */
  readonly prune?: boolean;
}

/** Lays the folder's documents over the published ones and asks for the plan. Throws `RequestFailed` with every problem. */
export async function draftFolder(connection: Connection, folder: string, options: DraftOptions = {}): Promise<DraftPlan> {
  return draftDocuments(connection, await readDocuments(folder), folder, options);
}

/** The same with documents that are at hand; `from` says where they came from. */
export async function draftDocuments(connection: Connection, documents: readonly unknown[], from: string, { prune = false }: DraftOptions = {}): Promise<DraftPlan> {
  const remove = prune ? missingDocuments(await fetchDocuments(connection, { draft: true }), documents) : [];
  const { saveDraft } = await connection.metadata<{ saveDraft: { problems: RequestProblem[] } }>(
    'mutation ($documents: [JSON!]!, $remove: [DocumentKey!]) { saveDraft(documents: $documents, remove: $remove) { problems { path code message hint } } }',
    { documents, remove },
  );
  if (saveDraft.problems.length > 0) throw new RequestFailed(`The documents in ${from} were refused.`, 'VALIDATION_FAILED', saveDraft.problems);
  const { plan } = await connection.metadata<{ plan: DraftPlan & { problems: RequestProblem[] } }>(
    'query { plan { baseRevision changes { id risk sentence rows blocking } problems { path code message hint } } }',
  );
  if (plan.problems.length > 0) throw new RequestFailed('The draft cannot be planned.', 'VALIDATION_FAILED', plan.problems);
  return plan;
}

interface Identified {
  readonly kind?: string;
  readonly name?: string;
  readonly guanxi?: { readonly id?: string };
}

/** A document is there when its id is, or its kind and name: one that was renamed in the folder is still the same. */
export function missingDocuments(known: readonly MetadataDocument[], given: readonly unknown[]): readonly { readonly kind: string; readonly name: string }[] {
  const there = new Set((given as readonly (Identified | null)[]).flatMap((one) => [one?.guanxi?.id ?? '', `${one?.kind} ${one?.name}`]));
  return known.filter(({ kind, name, guanxi }) => !there.has(guanxi.id) && !there.has(`${kind} ${name}`)).map(({ kind, name }) => ({ kind, name }));
}

export function printPlan({ changes }: DraftPlan): void {
  if (changes.length === 0) console.log('Nothing would change.');
  for (const change of changes) {
    const rows = change.rows === null ? '' : `  (${change.rows.toLocaleString('en')} records)`;
    console.log(`${change.blocking ? '✗' : '•'} ${change.risk.toLowerCase().padEnd(10)} ${change.sentence}${rows}`);
  }
}
