import type { ObjectDocument, Translations } from '@guanxi/metadata';
import type { StatedDocument } from '../documents/document-types.js';

export interface Relation {
  readonly id: string;
  /** Seen from the object: it points to one record, others point to it, or both have many. */
  readonly direction: 'one' | 'many' | 'both';
  readonly field: string;
  readonly fieldTitle: string;
  readonly fieldTitles: Translations | undefined;
  /** The kind of the field that makes the relation. */
  readonly kind: string;
  /** The object on the other side. */
  readonly other: ObjectDocument;
  /** Where the field is. */
  readonly holder: string;
  readonly inverse: string | null;
  readonly onDelete: 'keep' | 'restrict' | 'clear' | 'cascade';
}

interface Pointer {
  readonly target?: string;
  readonly targets?: readonly string[];
  readonly through?: { readonly object: string; readonly far: string };
  readonly inverse?: { readonly name: string };
  readonly onDelete?: Relation['onDelete'];
  readonly titles?: Translations;
}

/** Fields of the object that point to others, and fields of others that point to it. */
export function readRelations(object: ObjectDocument, documents: readonly StatedDocument<ObjectDocument>[]): readonly Relation[] {
  const all = documents.filter(({ state }) => state !== 'REMOVED').map(({ document }) => document);
  return all.flatMap((holder) => Object.entries(holder.properties).flatMap(([field, property]): Relation[] => {
    const { inverse, onDelete, titles, through } = property.guanxi as unknown as Pointer;
    const kind = property.guanxi.type;
    const parts = {
      field, fieldTitle: property.title ?? field, fieldTitles: titles, kind, holder: holder.name, inverse: inverse?.name ?? null,
      onDelete: kind === 'masterDetail' ? 'cascade' as const : onDelete ?? 'keep' as const,
    };
    const own = through ? 'both' as const : 'one' as const;
    const far = through ? 'both' as const : 'many' as const;
    return targetsOf(property, all).flatMap((target) => {
      const pointsTo = all.find(({ name }) => name === target);
      return [
        ...(holder.name === object.name && pointsTo ? [{ ...parts, id: `${property.guanxi.id}-${target}-one`, direction: own, other: pointsTo }] : []),
        ...(target === object.name && (holder.name !== object.name || !through) ? [{ ...parts, id: `${property.guanxi.id}-${target}-many`, direction: far, other: holder }] : []),
      ];
    });
  }));
}

/** The objects that a field leads to: one, any of several, or one through an object in between. */
export function targetsOf({ guanxi }: ObjectDocument['properties'][string], objects: readonly ObjectDocument[]): readonly string[] {
  const { target, targets, through } = guanxi as unknown as Pointer;
  if (through) {
    const far = objects.find(({ name }) => name === through.object)?.properties[through.far]?.guanxi['target'];
    return typeof far === 'string' ? [far] : [];
  }
  return targets ?? (target === undefined ? [] : [target]);
}
