import type { JsonSchema } from '@guanxi/field-types';
import type { ObjectModel, Result } from '@guanxi/metadata';
import { followRelation } from '../expressions/follow-relation.js';
import type { ActionContext } from './action.js';

/** Parts of an input that name a related list and pick among its records. */
export const relationSchema: JsonSchema = {
  type: 'string',
  title: 'Related list',
  description: 'A list of the record, such as tasks; or of a record it points to, such as customer.tasks.',
  format: 'relation-path',
};
export const whereSchema: JsonSchema = { type: 'string', title: 'Only where', description: 'A formula over the related record.', format: 'related-formula' };

/** The object of the records in the list that a step names; problems stand at its `relation`. */
export function readRelatedObject(relation: unknown, { model, object }: Pick<ActionContext, 'model' | 'object'>): Result<ObjectModel> {
  const followed = followRelation(relation, model, object);
  if (followed.ok) return { ok: true, value: followed.value.target };
  return { ok: false, problems: followed.problems.map((problem) => ({ ...problem, path: '/relation' })) };
}
