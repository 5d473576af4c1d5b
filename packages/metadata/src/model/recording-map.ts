import type { ObjectModel } from './model.js';

/** Objects by name that remember which of them were asked for: whoever asked depends on them. */
export class RecordingMap implements ReadonlyMap<string, ObjectModel> {
  readonly asked = new Set<string>();

  constructor(private readonly objects: ReadonlyMap<string, ObjectModel>) {}

  get size(): number {
    return this.objects.size;
  }

  get(name: string): ObjectModel | undefined {
    this.asked.add(name);
    return this.objects.get(name);
  }

  has(name: string): boolean {
    this.asked.add(name);
    return this.objects.has(name);
  }

  forEach(visit: (object: ObjectModel, name: string, map: ReadonlyMap<string, ObjectModel>) => void): void {
    this.objects.forEach(visit);
  }

  entries(): MapIterator<[string, ObjectModel]> {
    return this.objects.entries();
  }

  keys(): MapIterator<string> {
    return this.objects.keys();
  }

  values(): MapIterator<ObjectModel> {
    return this.objects.values();
  }

  [Symbol.iterator](): MapIterator<[string, ObjectModel]> {
    return this.objects[Symbol.iterator]();
  }
}
