import type { ObjectModel, WorkflowDocument } from '@guanxi/metadata';
import { recordTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { typedFormula } from './read-formula.js';
import { RecordExpressions } from './record-expressions.js';
import { storedObject, type OrgPlace } from './record-place.js';

/** A workflow's condition over its records, for a statement that reads `from`, in which they are called `record`. */
export interface AskedRecords {
  readonly object: ObjectModel;
  readonly table: RawBuilder<unknown>;
  /** Whether the condition is true; null stands for false. */
  readonly holds: RawBuilder<unknown>;
  /** What it read, to be kept with a run. */
  readonly facts: RawBuilder<unknown>;
  readonly joins: RawBuilder<unknown>;
}

/** Throws `NoLongerThere` where the condition speaks of what was removed. */
export function askRecords({ name, object: objectName, when }: Pick<WorkflowDocument, 'name' | 'object' | 'when'>, place: OrgPlace): AskedRecords {
  const object = place.named.objectByName.get(objectName);
  if (!object) throw new RangeError(`${name} is about an unknown object.`);
  const formula = when === undefined ? undefined : typedFormula(when, { model: place.named, object }, 'boolean');
  const expressions = new RecordExpressions(place, object, 'record');
  const holds = formula ? expressions.compileCondition(formula) : sql`true`;
  const facts = formula ? expressions.compileFacts(formula) : sql`'{}'::jsonb`;
  return { object, table: recordTable(place.schema, storedObject(place, object)), holds, facts, joins: expressions.joins() };
}
