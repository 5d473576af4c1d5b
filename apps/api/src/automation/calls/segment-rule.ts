import { graphqlNames, type Model } from '@guanxi/metadata';
import { bindStatement, compileStatement, EVERYTHING, resolveAccess, selectFound, Slot, type Access, type Condition, type Statement } from '@guanxi/query';
import { compareMembers, noteMembers, storedObject } from '@guanxi/workflow';
import type { GraphQLInputObjectType, GraphQLSchema } from 'graphql';
import { sql } from 'kysely';
import { ADMIN_PERMISSION } from '../../access/admin-permission.js';
import { SYSTEM_USER_ID } from '../../access/actors.js';
import type { CompiledStatement } from '../../database/sql-session.js';
import { fixed } from '../../graphql/request/given.js';
import { readWhere } from '../../graphql/request/read-where.js';
import { buildSchema } from '../../graphql/schema/build-schema.js';
import type { Org } from '../../orgs/org.js';
import type { ActiveWorkflow } from '../active-workflow.js';

/** A trigger that waits for records to enter or leave a list view, as statements that judge it. */
export interface SegmentRule {
  readonly when: 'enters' | 'leaves';
  readonly view: string;
  readonly objectId: string;
  /** The same for rules that mean the same. */
  readonly text: string;
  /** Notes who is in the view, without an answer. */
  note(now: Date): CompiledStatement;
  /** Answers the `MovedMember`s, among all records or some. */
  compare(now: Date, among?: readonly string[]): CompiledStatement;
}

const IDS_LIST = sql`${new Slot(({ variables }) => variables['ids'])}::uuid[]`;
const AMONG: Condition = { field: 'id', operator: 'in', operand: { path: ['variables', 'ids'] } };

/**
 * Undefined where the workflow waits for something else, or its view is gone. The view's filter is read as the API reads
 * it, over the model in force: the workflow has to be of that revision, since a filter of another one may name other fields.
 */
export function readSegmentRule(org: Org, { definition: { trigger, object: objectName, guanxi: { id } }, place }: Pick<ActiveWorkflow, 'definition' | 'place'>): SegmentRule | undefined {
  if (!('segment' in trigger)) return undefined;
  const { view: name, when } = trigger.segment;
  const named = place.named.objectByName.get(objectName);
  const view = place.named.views.find((one) => one.name === name && one.object === objectName);
  if (!named || !view) return undefined;
  const object = storedObject(place, named);
  const model = place.stored;
  const { access, schema } = seenBySystem(model);
  const where = view.where ? readWhere(fixed(view.where), schema.getType(graphqlNames(object).where) as GraphQLInputObjectType) : EVERYTHING;
  const ground = { model, access, schema: org.schema };
  const found = (condition: Condition) => selectFound({ object: object.name, where: condition }, ground);
  const parts = { schema: org.schema, workflowId: id };
  const bind = (statement: Statement, now: Date, ids: readonly string[] = []): CompiledStatement => ({
    text: statement.text,
    values: bindStatement(statement, { variables: { ids }, me: SYSTEM_USER_ID, now: now.toISOString(), timeZone: org.timeZone, org }),
  });
  return {
    when, view: name, objectId: object.id, text: JSON.stringify([object.id, view.where ?? null]),
    note: (now) => bind(compileStatement(noteMembers({ ...parts, found: found(where) })), now),
    compare: (now, among) =>
      among
        ? bind(compileStatement(compareMembers({ ...parts, found: found({ and: [where, AMONG] }), among: IDS_LIST })), now, among)
        : bind(compileStatement(compareMembers({ ...parts, found: found(where) })), now),
  };
}

const seen = new WeakMap<Model, { readonly access: Access; readonly schema: GraphQLSchema }>();

function seenBySystem(model: Model): { readonly access: Access; readonly schema: GraphQLSchema } {
  const known = seen.get(model);
  if (known) return known;
  const access = resolveAccess(model, [ADMIN_PERMISSION], { userId: SYSTEM_USER_ID, admin: true });
  const made = { access, schema: buildSchema(model, access) };
  seen.set(model, made);
  return made;
}
