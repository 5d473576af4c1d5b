import { say } from '@guanxi/field-types';
import { graphqlNames } from '@guanxi/metadata';
import type { GraphQLInputObjectType } from 'graphql';
import { fixed } from '../graphql/request/given.js';
import { readWhere } from '../graphql/request/read-where.js';
import { buildSchema } from '../graphql/schema/build-schema.js';
import { deleteFound, updateFound } from '../records/bulk/change-found.js';
import { findMatching } from '../records/bulk/find-matching.js';
import { faults } from '../records/fault-wording.js';
import type { BulkRequest } from './bulk-request.js';
import type { Performer } from './performers.js';

const MOST_TOLD = 3;

/** A change of all records that fit when the worker comes to it. */
export const performBulk: Performer = async (operation, place, report) => {
  const { object: name, action, where, data, allowDuplicates } = (operation.request as BulkRequest).bulk;
  const { model, actor } = place;
  const object = model.objectByName.get(name);
  const type = object && actor.access.objects.has(name) ? buildSchema(model, actor.access).getType(graphqlNames(object).where) : undefined;
  if (!type) return { ok: false, error: say({ ...faults.noObject, words: { name } }, actor.locale) };
  const ids = await findMatching(place, name, readWhere(fixed(where), type as GraphQLInputObjectType));
  const within = allowDuplicates ? { ...place, allowDuplicates } : place;
  const outcome = action === 'update' ? await updateFound(within, name, ids, data, report) : await deleteFound(within, name, ids, report);
  if (!('problems' in outcome)) return { ok: true };
  return { ok: false, error: outcome.problems.slice(0, MOST_TOLD).map(({ message }) => message).join(' ') };
};
