import type { Caller, TestProblem } from './test-app.js';

interface Saved {
  readonly saveDraft: { readonly problems: readonly TestProblem[] };
}

interface Published {
  readonly publish: { readonly revision: number | null; readonly problems: readonly TestProblem[] };
}

/** Lays documents into the draft and publishes all of it; the number of the revision. Whatever is found wrong fails the test. */
export async function publishDocuments(admin: Pick<Caller, 'ask'>, documents: readonly unknown[], remove: readonly { readonly kind: string; readonly name: string }[] = []): Promise<number> {
  const saved = await admin.ask<Saved>('mutation ($documents: [JSON!]!, $remove: [DocumentKey!]) { saveDraft(documents: $documents, remove: $remove) { problems { path code message } } }', { documents, remove });
  expect([saved.errors, saved.data?.saveDraft.problems]).toEqual([undefined, []]);
  const planned = await admin.ask<{ plan: { baseRevision: number } }>('{ plan { baseRevision } }');
  const done = await admin.ask<Published>('mutation ($base: Int!) { publish(baseRevision: $base) { revision problems { path code message } } }', { base: planned.data?.plan.baseRevision });
  expect([done.errors, done.data?.publish.problems]).toEqual([undefined, []]);
  return done.data?.publish.revision ?? 0;
}
