import type { ObjectModel } from '@guanxi/metadata';

export type TallyKind = 'created' | 'updated' | 'deleted' | 'restored';

/** Counts what is really written under one operation, by the id of the object. */
export class WriteTally {
  private readonly byObject = new Map<string, Map<TallyKind, number>>();
  private all = 0;

  add({ id }: ObjectModel, kind: TallyKind, written: number): void {
    if (written === 0) return;
    const own = this.byObject.get(id) ?? new Map<TallyKind, number>();
    this.byObject.set(id, own);
    own.set(kind, (own.get(kind) ?? 0) + written);
    this.all += written;
  }

  get total(): number {
    return this.all;
  }

  get counts(): Readonly<Record<string, Readonly<Partial<Record<TallyKind, number>>>>> {
    return Object.fromEntries([...this.byObject].map(([id, kinds]) => [id, Object.fromEntries(kinds)]));
  }
}
