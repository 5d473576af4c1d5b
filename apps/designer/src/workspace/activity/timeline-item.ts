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

export const timelineParts = ['COMMENTS', 'CHANGES', 'FILES', 'TASKS', 'MAILS', 'RUNS', 'APPROVALS', 'SHARES'] as const;
export type TimelinePart = (typeof timelineParts)[number];

export const reactions = ['agree', 'love', 'celebrate', 'laugh', 'looking', 'done'] as const;
export type Reaction = (typeof reactions)[number];

export interface GivenReaction {
  readonly reaction: Reaction;
  readonly people: readonly Person[];
  readonly isMine: boolean;
}

/** A comment, something that happened to the record (`created`, `updated`, `deleted`, `restored`), or a `task`, `mail` or `run` about it. */
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
  /** It stands only for its answers. */
  readonly isDeleted: boolean;
  readonly pinnedAt: string | null;
  readonly pinnedBy: Person | null;
  readonly reactions: readonly GivenReaction[];
  /** Oldest first. */
  readonly replies?: readonly TimelineItem[];
  /** Ids of the files that came with a comment. */
  readonly attachments: readonly string[];
  readonly mail: { readonly title: string | null; readonly status: string; readonly to: Person | null } | null;
  readonly run: { readonly id: string; readonly title: string | null; readonly status: string } | null;
  readonly record: { readonly object: string; readonly id: string; readonly name: string } | null;
  /** Of kinds that begin with `file`. */
  readonly file: { readonly name: string; readonly version: number; readonly before: string | null } | null;
  /** Of kinds that begin with `approval`. */
  readonly approval: { readonly title: string; readonly other: Person | null } | null;
  /** Of kinds that begin with `share`. */
  readonly share: { readonly with: string; readonly access: 'READ' | 'EDIT'; readonly until: string | null } | null;
}

export interface TimelinePage {
  readonly items: readonly TimelineItem[];
  /** Comments that stand above all others; on the first page. */
  readonly pinned: readonly TimelineItem[];
  readonly next: string | null;
}

const ownFields = 'id kind at by { id name } source text mentions { id name } changes mayDelete mayEdit editedAt isDeleted pinnedAt pinnedBy { id name } reactions { reaction isMine people { id name } } attachments file { name version before } approval { title other { id name } } share { with access until } mail { title status to { id name } } run { id title status } record { object id name }';
const itemFields = `${ownFields} replies { ${ownFields} }`;

export async function fetchTimeline({ object, recordId, after, parts }: { readonly object: string; readonly recordId: string; readonly after: string | null; readonly parts: readonly TimelinePart[] }, signal: AbortSignal): Promise<TimelinePage> {
  const query = `query Timeline($object: String!, $recordId: ID!, $after: String, $parts: [TimelinePart!]) { timeline(object: $object, recordId: $recordId, first: 30, after: $after, parts: $parts) { items { ${itemFields} } pinned { ${ownFields} } next } }`;
  return (await metadataRequest<{ timeline: TimelinePage }>(query, { object, recordId, after, parts }, signal)).timeline;
}

export interface NewComment {
  readonly object: string;
  readonly recordId: string;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly parentId?: string;
  /** Ids of files of the record. */
  readonly attachments?: readonly string[];
}

export async function addComment(comment: NewComment): Promise<void> {
  await metadataRequest('mutation Comment($object: String!, $recordId: ID!, $text: String!, $mentions: [ID!]!, $parentId: ID, $attachments: [ID!]) { addComment(object: $object, recordId: $recordId, text: $text, mentions: $mentions, parentId: $parentId, attachments: $attachments) { id } }', { ...comment });
}

export async function editComment(comment: { readonly id: string; readonly text: string; readonly mentions: readonly string[] }): Promise<void> {
  await metadataRequest('mutation EditComment($id: ID!, $text: String!, $mentions: [ID!]!) { editComment(id: $id, text: $text, mentions: $mentions) { id } }', { ...comment });
}

export async function deleteComment(id: string): Promise<void> {
  await metadataRequest('mutation DeleteComment($id: ID!) { deleteComment(id: $id) }', { id });
}

export async function reactToComment(id: string, reaction: Reaction, on: boolean): Promise<void> {
  await metadataRequest('mutation React($id: ID!, $reaction: String!, $on: Boolean!) { reactToComment(id: $id, reaction: $reaction, on: $on) { id } }', { id, reaction, on });
}

export async function pinComment(id: string, pinned: boolean): Promise<void> {
  await metadataRequest('mutation Pin($id: ID!, $pinned: Boolean!) { pinComment(id: $id, pinned: $pinned) { id } }', { id, pinned });
}

/** Ids of those who may not read the record. */
export async function fetchStrangers(object: string, recordId: string, people: readonly string[], signal: AbortSignal): Promise<readonly string[]> {
  return (await metadataRequest<{ strangers: readonly string[] }>('query Strangers($object: String!, $recordId: ID!, $people: [ID!]!) { strangers: mayNotRead(object: $object, recordId: $recordId, people: $people) }', { object, recordId, people }, signal)).strangers;
}
