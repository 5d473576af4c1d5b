import { HIDDEN_ID, type SensitiveKeys, type SensitiveUse } from '@guanxi/query';

/** Which fields of which records of an object were read. Without `ids` it is not known of how many: values were compared, ordered or added up. */
export interface SensitiveRead extends SensitiveUse {
  readonly ids?: readonly string[];
}

interface Collected {
  /** The JSON as it goes out. */
  readonly json: string;
  readonly reads: readonly SensitiveRead[];
}

/** Which records an answer tells sensitive fields of; what was selected to know that is taken out of it. */
export function collectSensitive(json: string, keys: SensitiveKeys, asked: readonly SensitiveUse[]): Collected {
  const collecting = new Collecting();
  const value = collecting.walk(JSON.parse(json), [keys]);
  return { json: JSON.stringify(value), reads: [...collecting.reads(), ...asked] };
}

class Collecting {
  private readonly ids = new Map<string, { readonly use: SensitiveUse; readonly ids: Set<string> }>();

  walk(value: unknown, places: readonly SensitiveKeys[]): unknown {
    if (Array.isArray(value)) return value.map((item) => this.walk(item, places));
    if (typeof value !== 'object' || value === null) return value;
    const record = value as Readonly<Record<string, unknown>>;
    const id = record[HIDDEN_ID];
    if (typeof id === 'string') for (const place of places) this.note(record, id, place);
    const hidden = new Set(places.flatMap(({ found }) => (found ? Object.values<string>(found.keys) : [])));
    const members = Object.entries(record).filter(([key]) => key !== HIDDEN_ID && !hidden.has(key));
    return Object.fromEntries(members.map(([key, member]) => {
      const inner = places.flatMap((place) => place.inner[key] ?? []);
      return [key, inner.length === 0 ? member : this.walk(member, inner)];
    }));
  }

  reads(): readonly SensitiveRead[] {
    return [...this.ids.values()].map(({ use, ids }) => ({ ...use, ids: [...ids] }));
  }

  private note(record: Readonly<Record<string, unknown>>, id: string, { here, found }: SensitiveKeys): void {
    if (here) this.add(here, id);
    if (!found) return;
    const object = String(record[found.keys.object]);
    const matched = record[found.keys.fields] as readonly Readonly<Record<string, unknown>>[] | null;
    const names = (matched ?? []).map((one) => String(one[found.keys.field]));
    const fields = [...new Set(names)].filter((name) => found.fields.get(object)?.has(name) === true).sort();
    if (fields.length > 0) this.add({ object, fields }, id);
  }

  private add(use: SensitiveUse, id: string): void {
    const key = `${use.object} ${use.fields.join()}`;
    const known = this.ids.get(key) ?? { use, ids: new Set() };
    this.ids.set(key, known);
    known.ids.add(id);
  }
}
