import type { JsonValue, Translations } from '@guanxi/field-types';

/** One thing as the statement answers it. `about` is shaped by the kind. */
export interface ItemRow {
  readonly id: string;
  readonly kind: string;
  readonly at: Date;
  /** Where it stands, with all its digits. */
  readonly at_text: string;
  readonly actor_id: string | null;
  readonly source: string | null;
  readonly text: string | null;
  readonly mentions: readonly string[];
  readonly changes: Readonly<Record<string, readonly [JsonValue, JsonValue]>> | null;
  readonly about: AboutItem | null;
}

/** Everything that rows of any kind say beside what all have. */
export interface AboutItem {
  readonly parentId?: string | null;
  readonly editedAt?: string | null;
  readonly pinnedAt?: string | null;
  readonly pinnedBy?: string | null;
  readonly isDeleted?: boolean;
  readonly attachments?: readonly string[];
  readonly id?: string;
  readonly name?: string;
  readonly version?: number;
  readonly before?: string | null;
  readonly titles?: Translations;
  readonly levelTitles?: Translations | null;
  readonly until?: string | null;
  /** Stable id of an object, a workflow or a template. */
  readonly document?: string | null;
  readonly status?: string;
  readonly toUser?: string | null;
}
