import { setTimeout as wait } from 'node:timers/promises';

/** Saves documents into the draft and publishes it, whatever that does to records. Answers the milliseconds that publishing itself took; throws with the problems. */
export async function publishDocuments(api, documents) {
  await saveDraft(api, documents);
  return publishDraft(api);
}

export async function saveDraft(api, documents) {
  const { saveDraft: { problems } } = await askMetadata(api, 'mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { path message } } }', { documents });
  if (problems.length > 0) throw new Error(JSON.stringify(problems.slice(0, 10), null, 1));
}

export async function publishDraft(api) {
  const { plan } = await askMetadata(api, '{ plan { baseRevision changes { id } } }');
  const started = performance.now();
  const { publish: { revision, problems } } = await askMetadata(api, 'mutation ($revision: Int!, $consents: [String!]!) { publish(baseRevision: $revision, consents: $consents) { revision problems { message } } }', {
    revision: plan.baseRevision, consents: plan.changes.map(({ id }) => id),
  });
  if (revision === null) throw new Error(JSON.stringify(problems.slice(0, 10)));
  return Math.round(performance.now() - started);
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
