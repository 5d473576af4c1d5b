import { setTimeout as wait } from 'node:timers/promises';

/** Saves documents as a draft and publishes it. Throws with the problems. */
export async function publishDocuments(api, documents) {
  const { saveDraft } = await askMetadata(api, 'mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { path message } } }', { documents });
  if (saveDraft.problems.length > 0) throw new Error(JSON.stringify(saveDraft.problems, null, 1));
  const { plan } = await askMetadata(api, '{ plan { baseRevision } }');
  const { publish: result } = await askMetadata(api, 'mutation ($revision: Int!) { publish(baseRevision: $revision) { revision problems { message } } }', { revision: plan.baseRevision });
  if (result.revision === null) throw new Error(JSON.stringify(result.problems));
}

export const askMetadata = (api, query, variables) => ask(api, '/metadata', query, variables);
export const askRecords = (api, query, variables) => ask(api, '/graphql', query, variables);

async function ask({ url, key }, path, query, variables = {}) {
  const response = await fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` }, body: JSON.stringify({ query, variables }) });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors).slice(0, 1_000));
  return data;
}

export async function untilReady(url) {
  for (const end = Date.now() + 300_000; Date.now() < end; await wait(100)) {
    if ((await fetch(`${url}/readyz`).catch(() => undefined))?.ok) return;
  }
  throw new Error(`${url}/readyz did not answer within five minutes.`);
}
