import type { OperationDefinitionNode } from 'graphql';
import { fingerprint } from '../../tracing/fingerprint.js';
import type { Tracing } from '../../tracing/tracing.js';

/** Which operation a span is about: its kind, its name and the hash of its document, which may have values in it. */
export function noteOperationSpan(on: Pick<Tracing, 'note'>, { operation, name }: OperationDefinitionNode, document: string): void {
  const called = name?.value;
  const facts = { 'graphql.operation.type': operation, 'graphql.document.hash': fingerprint(document), ...(called !== undefined && { 'graphql.operation.name': called }) };
  on.note(facts, called === undefined ? operation : `${operation} ${called}`);
}
