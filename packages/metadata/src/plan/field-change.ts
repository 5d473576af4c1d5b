import { subjectOf, type ChangeDefinition, type FoundChange } from './change.js';
import type { FieldPair, ModelPair, ObjectPair } from './model-pair.js';
import type { Place } from './planned-change.js';
import { wordsOf } from './words.js';

/** A field before and after, with its objects, the whole models and the place of the tables. */
export interface FieldInPlan extends FieldPair {
  readonly objects: ObjectPair;
  readonly models: ModelPair;
  readonly place: Place;
}

/** A kind of change that happens to single fields: found where the test holds. Its sentence may say `{object}` and `{field}`. */
export function fieldChange(
  isChanged: (field: FieldInPlan) => boolean,
  describe: (field: FieldInPlan) => Omit<FoundChange, 'subject' | 'object' | 'field'>,
): ChangeDefinition {
  return {
    find: (models, place) =>
      models.kept.flatMap((objects) =>
        objects.kept.map((pair) => ({ ...pair, objects, models, place })).filter(isChanged).map((field) => {
          const change = describe(field);
          return {
            ...change,
            subject: subjectOf.field(objects.to, field.to),
            object: objects.to.name,
            field: field.to.name,
            sentence: { ...change.sentence, words: { ...wordsOf(objects.to, field.to), ...change.sentence.words } },
          };
        }),
      ),
  };
}
