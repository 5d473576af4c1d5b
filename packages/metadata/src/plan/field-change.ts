import { subjectOf, type ChangeDefinition, type FoundChange } from './change.js';
import type { FieldPair, ModelPair, ObjectPair } from './model-pair.js';
import type { Place } from './planned-change.js';
import { wordsOf } from './words.js';

/** A field before and after, with its objects, and the place of the tables. */
export interface FieldInPlan extends FieldPair {
  readonly objects: ObjectPair;
  readonly place: Place;
}

/** A kind of change that happens to single fields: found where the test holds. Its sentence may say `{object}` and `{field}`. */
export function fieldChange(
  isChanged: (pair: FieldPair, models: ModelPair) => boolean,
  describe: (field: FieldInPlan, models: ModelPair) => Omit<FoundChange, 'subject' | 'object' | 'field'>,
): ChangeDefinition {
  return {
    find: (models, place) =>
      models.kept.flatMap((objects) =>
        objects.kept
          .filter((pair) => isChanged(pair, models))
          .map((pair) => complete(describe({ from: pair.from, to: pair.to, objects, place }, models), objects, pair)),
      ),
  };
}

function complete(change: Omit<FoundChange, 'subject' | 'object' | 'field'>, objects: ObjectPair, { to }: FieldPair): FoundChange {
  return {
    ...change,
    subject: subjectOf.field(objects.to, to),
    object: objects.to.name,
    field: to.name,
    sentence: { ...change.sentence, words: { ...wordsOf(objects.to, to), ...change.sentence.words } },
  };
}
