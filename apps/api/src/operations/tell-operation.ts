import { asWord, countWord, listWords, say, type Sentence, type Word } from '@guanxi/field-types';
import { fieldWord, objectWord, pluralWord, type Model } from '@guanxi/metadata';
import type { ObjectCounts, OperationCounts, OperationKind, OperationRecord, OperationTitle } from './operation-record.js';
import { operationTexts } from './operation-wording.js';

/** What an operation did, as a sentence in the reader's language. */
export function tellOperation(operation: OperationRecord, model: Model, locale: string): string {
  return say(sentenceOf(operation, model), locale);
}

interface Facts {
  readonly kind: OperationKind;
  readonly title: OperationTitle;
  readonly counts: OperationCounts;
  readonly undone?: (Facts & { readonly times: number }) | null;
}

const SENTENCES: Record<OperationKind, (facts: Facts, model: Model) => Sentence> = {
  bulk: bulkSentence,
  import: ({ title }) => ({ ...operationTexts.import, words: { file: title.fileName ?? '' } }),
  run: ({ title }) => ({ ...operationTexts.run, words: { workflow: title.workflow ?? '' } }),
  merge: ({ title }, model) => ({ ...operationTexts.merge, words: { objects: plural(title, model) } }),
  convert: ({ title }, model) => {
    const named = (name: string): Word => wordOf(name, model, objectWord);
    return { ...operationTexts.convert, words: { object: named(title.object ?? ''), into: listWords((title.into ?? []).map(named), 'conjunction') } };
  },
  purge: ({ title, counts }, model) => ({ ...operationTexts.purge, words: { count: countWord(total(all(counts))), objects: plural(title, model) } }),
  undo: ({ undone }, model) => {
    const wording = undone && undone.times % 2 === 0 ? operationTexts.redo : operationTexts.undo;
    return { ...wording, words: { what: undone ? asWord(sentenceOf(undone, model)) : '' } };
  },
};

function sentenceOf(facts: Facts, model: Model): Sentence {
  return SENTENCES[facts.kind](facts, model);
}

function bulkSentence({ title, counts }: Facts, model: Model): Sentence {
  const { object: name, action, fields = [], handedOver } = title;
  if (handedOver) return { ...operationTexts.handOver, words: { ...handedOver, count: countWord(total(all(counts))) } };
  const object = model.objectByName.get(name ?? '');
  const count = countWord(total(object ? (counts[object.id] ?? {}) : all(counts)));
  if (name === undefined || action === undefined) return { ...operationTexts.several, words: { count: countWord(total(all(counts))) } };
  const words = { count, objects: plural(title, model) };
  if (action !== 'update') return { ...operationTexts[action], words };
  const known = fields.map((field): Word => {
    const found = object?.fieldByName.get(field);
    return found ? fieldWord(found) : field;
  });
  return known.length === 0 ? { ...operationTexts.change, words } : { ...operationTexts.update, words: { ...words, fields: listWords(known, 'conjunction') } };
}

function plural({ object }: OperationTitle, model: Model): Word {
  return wordOf(object ?? '', model, pluralWord);
}

function wordOf(name: string, { objectByName }: Model, word: typeof objectWord): Word {
  const object = objectByName.get(name);
  return object ? word(object) : name;
}

function all(counts: OperationCounts): ObjectCounts {
  const sum = (kind: keyof ObjectCounts) => Object.values(counts).reduce((count, one) => count + (one[kind] ?? 0), 0);
  return { created: sum('created'), updated: sum('updated'), deleted: sum('deleted'), restored: sum('restored') };
}

function total({ created = 0, updated = 0, deleted = 0, restored = 0 }: ObjectCounts): number {
  return created + updated + deleted + restored;
}

/** How many records an operation has changed, all in all. */
export function changedBy(counts: OperationCounts): number {
  return total(all(counts));
}
