import type { Sentence } from '@guanxi/field-types';
import type { RawBuilder } from 'kysely';
import type { ModelPair } from './model-pair.js';
import type { OnlineWork, Place, PlannedChange, Risk } from './planned-change.js';

/** One kind of change: how it is found. What it finds says in words, risk and SQL what it is. */
export interface ChangeDefinition {
  find(pair: ModelPair, place: Place): readonly FoundChange[];
}

export interface FoundChange extends Pick<PlannedChange, 'object' | 'field' | 'count' | 'examples' | 'locked' | 'bin'> {
  /** What is changed, by stable ids: see `subjectOf`. Tells apart the changes of one kind, and whose indexes are theirs. */
  readonly subject: string;
  readonly risk: Risk;
  readonly sentence: Sentence;
  readonly blockedWhenCounted?: boolean;
  /** Says only what people read: no index or constraint follows from it. */
  readonly onlyWords?: true;
  readonly statements?: readonly RawBuilder<unknown>[];
  readonly afterwards?: readonly OnlineWork[];
}

/** Names what a change, index or constraint is about, in a form that survives renames. */
export const subjectOf = {
  object: (object: { readonly id: string }): string => object.id,
  field: (object: { readonly id: string }, field: { readonly id: string }): string => `${object.id}/${field.id}`,
  document: (document: { readonly kind: string; readonly guanxi: { readonly id: string } }): string => `${document.kind}:${document.guanxi.id}`,
};
