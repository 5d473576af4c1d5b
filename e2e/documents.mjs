import assert from 'node:assert/strict';

/** Lays documents into the draft over the API. */
export async function saveDocuments({ ask }, documents) {
  const { saveDraft } = await ask('/metadata', 'mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { path message } } }', { documents });
  assert.deepEqual(saveDraft.problems, []);
}

/** The same, and publishes them: these alone, whatever else is in the draft. */
export async function publishDocuments(product, documents) {
  await saveDocuments(product, documents);
  const { plan } = await product.ask('/metadata', '{ plan { baseRevision } }');
  const only = documents.map(({ kind, name }) => ({ kind, name }));
  const { publish } = await product.ask('/metadata', 'mutation ($base: Int!, $only: [DocumentKey!]) { publish(baseRevision: $base, consents: [], only: $only) { problems { message } } }', { base: plan.baseRevision, only });
  assert.deepEqual(publish.problems, []);
}
