import { RequestFailed, type RequestProblem } from '@guanxi/client';
import type { Connection } from './connection.js';
import { readDocuments } from './documents.js';

export interface DraftPlan {
  readonly baseRevision: number;
  readonly changes: readonly { readonly id: string; readonly risk: string; readonly sentence: string; readonly rows: number | null; readonly blocking: boolean }[];
}

/** Lays the folder's documents over the published ones and asks for the plan. Throws `RequestFailed` with every problem. */
export async function draftFolder(connection: Connection, folder: string): Promise<DraftPlan> {
  return draftDocuments(connection, await readDocuments(folder), folder);
}

/** The same with documents that are at hand; `from` says where they came from. */
export async function draftDocuments(connection: Connection, documents: readonly unknown[], from: string): Promise<DraftPlan> {
  const { saveDraft } = await connection.metadata<{ saveDraft: { problems: RequestProblem[] } }>(
    'mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { path code message hint } } }',
    { documents },
  );
  if (saveDraft.problems.length > 0) throw new RequestFailed(`The documents in ${from} were refused.`, 'VALIDATION_FAILED', saveDraft.problems);
  const { plan } = await connection.metadata<{ plan: DraftPlan & { problems: RequestProblem[] } }>(
    'query { plan { baseRevision changes { id risk sentence rows blocking } problems { path code message hint } } }',
  );
  if (plan.problems.length > 0) throw new RequestFailed('The draft cannot be planned.', 'VALIDATION_FAILED', plan.problems);
  return plan;
}

export function printPlan({ changes }: DraftPlan): void {
  if (changes.length === 0) console.log('Nothing would change.');
  for (const change of changes) {
    const rows = change.rows === null ? '' : `  (${change.rows.toLocaleString('en')} records)`;
    console.log(`${change.blocking ? '✗' : '•'} ${change.risk.toLowerCase().padEnd(10)} ${change.sentence}${rows}`);
  }
}
