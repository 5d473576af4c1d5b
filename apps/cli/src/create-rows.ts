import { RequestFailed, type FailureCode, type RequestProblem } from '@guanxi/client';
import { camelCase, graphqlNames, pluralize } from '@guanxi/metadata';
import { resolveRows, type ImportedProject } from '@guanxi/sfdx';
import type { Connection } from './connection.js';

const AT_ONCE = 200;

/** Creates the records of an imported project, those that are pointed to first. */
export async function createRows(connection: Connection, { documents, rows }: Pick<ImportedProject, 'documents' | 'rows'>): Promise<void> {
  const ids = new Map<string, string>();
  let open = rows.map(({ object, rows: own }) => ({ object, rows: own }));
  let dropLinks = false;
  while (open.length > 0) {
    let made = 0;
    const waiting: typeof open = [];
    for (const batch of open) {
      const resolved = resolveRows(batch.rows, ids, dropLinks);
      for (let start = 0; start < resolved.ready.length; start += AT_ONCE) {
        const part = resolved.ready.slice(start, start + AT_ONCE);
        const created = await create(connection, documents, batch.object, part.map(({ values }) => values));
        part.forEach(({ reference }, index) => reference !== undefined && ids.set(reference, created[index] ?? ''));
        made += part.length;
      }
      if (resolved.ready.length > 0) console.log(`✓ ${resolved.ready.length} ${batch.object} records.`);
      if (resolved.waiting.length > 0) waiting.push({ object: batch.object, rows: resolved.waiting });
    }
    // Records in a ring: somebody has to begin without knowing the next.
    dropLinks = made === 0;
    open = waiting;
  }
}

async function create(connection: Connection, documents: ImportedProject['documents'], object: string, data: readonly object[]): Promise<readonly string[]> {
  const document = documents.find((one) => one.kind === 'object' && one.name === object);
  const singular = camelCase(object);
  const plural = (document?.kind === 'object' ? document.guanxi.plural : undefined) ?? pluralize(singular);
  const names = graphqlNames({ name: object, singular, plural });
  const response = await fetch(new URL('/graphql', connection.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${connection.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: `mutation ($data: [${names.createInput}!]!) { made: ${names.createMany}(data: $data) { id } }`, variables: { data } }),
  });
  const { data: answer, errors } = (await response.json()) as {
    data?: { made: readonly { id: string }[] };
    errors?: readonly { message: string; extensions?: { code?: FailureCode; problems?: RequestProblem[] } }[];
  };
  if (!answer?.made) throw new RequestFailed(`${object}: ${errors?.[0]?.message ?? response.statusText}`, errors?.[0]?.extensions?.code ?? 'INTERNAL', errors?.[0]?.extensions?.problems ?? []);
  return answer.made.map(({ id }) => id);
}
