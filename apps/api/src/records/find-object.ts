import { say, type Wording } from '@guanxi/field-types';
import { objectWord, type ObjectModel } from '@guanxi/metadata';
import { isRecordId } from '@guanxi/query';
import type { Actor } from '../access/actor.js';
import { faults } from './fault-wording.js';
import type { WriteFault } from './record-values.js';
import type { WritePlace } from './write-place.js';

/** Undefined when there is none, or none that this actor may know of: nothing tells the two apart. */
export function findObject({ model, actor }: WritePlace, name: string): ObjectModel | undefined {
  return actor.access.objects.has(name) ? model.objectByName.get(name) : undefined;
}

export function unknownObject(name: string, { locale }: Actor): WriteFault {
  return { path: '', code: 'not-found', message: say({ ...faults.noObject, words: { name } }, locale) };
}

export function forbidden(wording: Wording, object: ObjectModel, { locale }: Actor): WriteFault {
  return { path: '', code: 'forbidden', message: say({ ...wording, words: { object: objectWord(object) } }, locale) };
}

/** What is no id, and what is named twice. */
export function findWrongIds(targets: readonly { readonly id: string }[], object: ObjectModel, { locale }: Actor): WriteFault[] {
  const tell = (wording: Wording, id: string) => say({ ...wording, words: { object: objectWord(object), id } }, locale);
  const seen = new Set<string>();
  return targets.flatMap(({ id }, index): WriteFault[] => {
    if (!isRecordId(id)) return [{ path: `/${index}`, code: 'not-found', message: tell(faults.noRecord, JSON.stringify(id)) }];
    if (seen.has(id)) return [{ path: `/${index}`, code: 'duplicate-row', message: tell(faults.changedTwice, id) }];
    seen.add(id);
    return [];
  });
}

/** The number of the row that a problem is about; undefined where it is about all of them. */
export function rowOf({ path }: Pick<WriteFault, 'path'>): number | undefined {
  const [, row = ''] = path.split('/');
  return /^\d+$/.test(row) ? Number(row) : undefined;
}

/** The same problems, of rows that are others in the caller's list. `place` says where a row stands there: "/3/lines/create/0". */
export function told(problems: readonly WriteFault[], place: (row: number) => string): WriteFault[] {
  return problems.map((problem) => {
    const row = rowOf(problem);
    return row === undefined ? { ...problem, path: place(0) } : { ...problem, path: `${place(row)}${problem.path.slice(`/${row}`.length)}` };
  });
}
