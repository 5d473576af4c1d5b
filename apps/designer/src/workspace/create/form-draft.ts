import { fieldType } from '@guanxi/field-types';
import { changedValues, type FormValues } from '@guanxi/forms';
import type { ObjectDescription } from '@guanxi/metadata';

/** What somebody typed into the form of a new record and has not saved. */
export interface FormDraft {
  /** ISO instant. */
  readonly savedAt: string;
  readonly type: string | null;
  /** Values that differ from those the form began with, by field name. */
  readonly values: FormValues;
}

/** Whose draft it is, and of what. */
export interface DraftPlace {
  readonly org: string;
  readonly user: string;
  readonly object: string;
}

const prefix = 'guanxi.draft.';
const keptFor = 7 * 24 * 60 * 60 * 1000;

const keyOf = ({ org, user, object }: DraftPlace) => `${prefix}${org}.${user}.${object}`;

/** The draft that this device keeps, unless it is too old; old ones of everybody are thrown away on the way. */
export function readDraft(place: DraftPlace, now: number = Date.now()): FormDraft | null {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix) && !parseDraft(localStorage.getItem(key), now)) localStorage.removeItem(key);
    return parseDraft(localStorage.getItem(keyOf(place)), now);
  } catch {
    return null;
  }
}

/** Nothing typed, nothing kept. */
export function keepDraft(place: DraftPlace, draft: FormDraft): void {
  try {
    if (Object.keys(draft.values).length === 0) localStorage.removeItem(keyOf(place));
    else localStorage.setItem(keyOf(place), JSON.stringify(draft));
  } catch {
    // Without storage there are no drafts.
  }
}

export function dropDraft(place: DraftPlace): void {
  try {
    localStorage.removeItem(keyOf(place));
  } catch {
    // Without storage there are no drafts.
  }
}

/** What of a form's values a device may keep: what was changed, and nothing that is kept secret on the server. */
export function draftValues(object: Pick<ObjectDescription, 'fields'>, before: FormValues, after: FormValues): FormValues {
  const open = new Set(object.fields.filter(({ type, value }) => !fieldType(type).encrypted && !fieldType(value.type).encrypted).map(({ name }) => name));
  return Object.fromEntries(Object.entries(changedValues(before, after)).filter(([name]) => open.has(name)));
}

function parseDraft(text: string | null, now: number): FormDraft | null {
  try {
    const draft = JSON.parse(text ?? 'null') as Partial<Record<keyof FormDraft, unknown>> | null;
    const savedAt = Date.parse(String(draft?.savedAt));
    if (!draft || Number.isNaN(savedAt) || now - savedAt > keptFor || typeof draft.values !== 'object' || draft.values === null) return null;
    return { savedAt: String(draft.savedAt), type: typeof draft.type === 'string' ? draft.type : null, values: draft.values as FormValues };
  } catch {
    return null;
  }
}
