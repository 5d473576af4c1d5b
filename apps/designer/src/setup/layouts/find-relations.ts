import type { ObjectDocument } from '@guanxi/metadata';

/** A to-many side that an object has, as the documents say it. */
export interface DraftedRelation {
  readonly name: string;
  readonly object: string;
  readonly title?: string;
  /** Fields of the listed object that a list can show, the name first. */
  readonly columns: readonly string[];
}

/** The lists that records of an object can have below them: one for each reference that points here and names its inverse. */
export function findRelations(objectName: string, objects: readonly ObjectDocument[]): readonly DraftedRelation[] {
  return objects.flatMap((other) =>
    Object.entries(other.properties).flatMap(([field, { guanxi }]) => {
      const { target, targets, inverse } = guanxi as { readonly target?: unknown; readonly targets?: unknown; readonly inverse?: { readonly name?: unknown; readonly title?: unknown } };
      const pointsHere = target === objectName || (Array.isArray(targets) && targets.includes(objectName));
      if (!pointsHere || typeof inverse?.name !== 'string') return [];
      return [{ name: inverse.name, object: other.name, ...(typeof inverse.title === 'string' && { title: inverse.title }), columns: columnsOf(other, field) }];
    }),
  );
}

function columnsOf({ properties, guanxi }: ObjectDocument, pointing: string): readonly string[] {
  const names = Object.keys(properties).filter((name) => name !== pointing && !LONG.has(properties[name]?.guanxi.type ?? ''));
  const first = guanxi.nameField ?? (names.includes('name') ? 'name' : names[0]);
  return [...new Set([...(first && first in properties ? [first] : []), ...names])];
}

const LONG: ReadonlySet<string> = new Set(['longText', 'richText', 'json', 'address', 'junction', 'file', 'image']);
