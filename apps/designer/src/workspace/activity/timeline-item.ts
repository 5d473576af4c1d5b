import type { JsonValue } from '@guanxi/field-types';
import { metadataRequest } from '../../api/index.js';

export interface Person { readonly id: string; readonly name: string }

export interface TimelineChange {
  readonly field: string;
  readonly from: JsonValue;
  readonly to: JsonValue;
  readonly fromName?: string;
  readonly toName?: string;
}

/** A comment, or something that happened to the record (`created`, `updated`, `deleted`, `restored`). */
export interface TimelineItem {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly by: Person | null;
  readonly source: string | null;
  readonly text: string | null;
  readonly mentions: readonly Person[];
  readonly changes: readonly TimelineChange[] | null;
  readonly mayDelete: boolean;
  readonly mayEdit: boolean;
  readonly editedAt: string | null;
  /** Of kinds that begin with `file`. */
  readonly file: { readonly name: string; readonly version: number; readonly before: string | null } | null;
  /** Of kinds that begin with `approval`. */
  readonly approval: { readonly title: string; readonly other: Person | null } | null;
  /** Of kinds that begin with `share`. */
  readonly share: { readonly with: string; readonly access: 'READ' | 'EDIT'; readonly until: string | null } | null;
}

export interface TimelinePage { readonly items: readonly TimelineItem[]; readonly next: string | null }

const itemFields = 'id kind at by { id name } source text mentions { id name } changes mayDelete mayEdit editedAt file { name version before } approval { title other { id name } } share { with access until }';

export async function fetchTimeline(object: string, recordId: string, after: string | null, signal: AbortSignal): Promise<TimelinePage> {
  const query = `query Timeline($object: String!, $recordId: ID!, $after: String) { timeline(object: $object, recordId: $recordId, first: 30, after: $after) { items { ${itemFields} } next } }`;
  return (await metadataRequest<{ timeline: TimelinePage }>(query, { object, recordId, after }, signal)).timeline;
}

export interface NewComment {
  readonly object: string;
  readonly recordId: string;
  readonly text: string;
  readonly mentions: readonly string[];
}

export async function addComment(comment: NewComment): Promise<TimelineItem> {
  const query = `mutation Comment($object: String!, $recordId: ID!, $text: String!, $mentions: [ID!]!) { comment: addComment(object: $object, recordId: $recordId, text: $text, mentions: $mentions) { ${itemFields} } }`;
  return (await metadataRequest<{ comment: TimelineItem }>(query, { ...comment })).comment;
}

export async function editComment(comment: { readonly id: string; readonly text: string; readonly mentions: readonly string[] }): Promise<void> {
  await metadataRequest('mutation EditComment($id: ID!, $text: String!, $mentions: [ID!]!) { editComment(id: $id, text: $text, mentions: $mentions) { id } }', { ...comment });
}

export async function deleteComment(id: string): Promise<void> {
  await metadataRequest('mutation DeleteComment($id: ID!) { deleteComment(id: $id) }', { id });
}
