import type { FieldDescription, ObjectDescription, RetentionActivity, RetentionAge, RetentionDeed, RetentionRuleDocument, Translations } from '@guanxi/metadata';

/** A rule while it is edited. */
export interface RetentionDraft {
  readonly label: { readonly text: string; readonly titles: Translations };
  readonly name: string;
  readonly object: string | null;
  readonly since: string | null;
  readonly activity: readonly RetentionActivity[];
  readonly value: number | null;
  readonly unit: RetentionAge['unit'];
  readonly when: string;
  readonly do: RetentionDeed;
}

export const emptyRule: RetentionDraft = { label: { text: '', titles: {} }, name: '', object: null, since: 'updatedAt', activity: [], value: 3, unit: 'years', when: '', do: 'delete' };

export function readRule({ title, titles = {}, name, object, since, activity = [], after: { value, unit }, when = '', do: deed }: RetentionRuleDocument): RetentionDraft {
  return { label: { text: title, titles }, name, object, since, activity, value, unit, when, do: deed };
}

/** What the draft keeps of `before` is its id and its description. Null where something is missing. */
export function writeRule({ label, name, object, since, activity, value, unit, when, do: deed }: RetentionDraft, before?: RetentionRuleDocument): RetentionRuleDocument | null {
  if (object === null || since === null || value === null) return null;
  return {
    kind: 'retention-rule', name, title: label.text.trim(), ...(Object.keys(label.titles).length > 0 && { titles: label.titles }), ...(before?.description !== undefined && { description: before.description }),
    object, since, ...(activity.length > 0 && { activity }), after: { value, unit }, ...(when.trim() !== '' && { when }), do: deed, guanxi: before?.guanxi ?? { id: crypto.randomUUID() },
  };
}

/** Dates and moments that an age can count from. */
export function dateFields({ fields }: Pick<ObjectDescription, 'fields'>): readonly FieldDescription[] {
  return fields.filter(({ value, storage }) => (value.type === 'date' || value.type === 'dateTime') && storage !== 'members' && storage !== 'through');
}

/** Every date of the lists of an object, as `orders.orderedOn`. */
export function activityChoices({ relations }: Pick<ObjectDescription, 'relations'>, objects: readonly ObjectDescription[]): readonly { readonly value: string; readonly label: string }[] {
  return relations.filter(({ through }) => !through).flatMap((relation) => {
    const other = objects.find(({ name }) => name === relation.object);
    return other ? dateFields(other).map((field) => ({ value: `${relation.name}.${field.name}`, label: `${relation.label} · ${field.label}` })) : [];
  });
}

export function activityKey({ relation, field }: RetentionActivity): string {
  return `${relation}.${field}`;
}

export function readActivity(key: string): RetentionActivity {
  const [relation = '', field = ''] = key.split('.');
  return { relation, field };
}
