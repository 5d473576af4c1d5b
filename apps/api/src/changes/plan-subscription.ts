import { compileRead, secretKeysOfSelection, sensitiveUses, usedBySelection, type FieldCondition, type Ground, type PageField, type ReadStatement, type SecretKeys, type SensitiveUse } from '@guanxi/query';
import { getNamedType, type FieldNode, type GraphQLInputObjectType, type GraphQLObjectType } from 'graphql';
import { collectFields, fieldNamed, subSelections, type SelectionContext } from '../graphql/request/collect-fields.js';
import { readArguments } from '../graphql/request/given.js';
import { readSelection } from '../graphql/request/read-selection.js';
import { readWhere } from '../graphql/request/read-where.js';
import type { SubscriptionRequest } from '../graphql/http/subscription-source.js';
import { meaningOf, type ChangeMeaning } from '../graphql/schema/meaning.js';

/** One member of an event: plain, or the record with what is selected of it. */
export interface EventMember {
  readonly key: string;
  readonly name: string;
  readonly record?: { readonly secrets?: SecretKeys };
}

export interface SubscriptionPlan {
  readonly key: string;
  /** Name of the object. */
  readonly object: string;
  readonly typeName: string;
  readonly members: readonly EventMember[];
  /** Answers, under the key of each member that is a record, those of the records `variables.$ids` that the filter takes. */
  readonly statement: ReadStatement;
  /** Only these records. */
  readonly ids?: ReadonlySet<string>;
  /** Sensitive fields that are selected of the records, or of those that they lead to. */
  readonly sensitive: readonly SensitiveUse[];
}

/** No selection has such a key: under it stands which record it is. */
export const ID_KEY = ' id';
export const IDS_VARIABLE = '$ids';
/** The member under which records stand when none is selected: that they are there says that the filter takes them. */
export const MATCHED_KEY = ' matched';
/** Records asked for at once. */
export const MOST_RECORDS = 500;

export function planSubscription({ schema: { schema, ground }, prepared, variables }: SubscriptionRequest): SubscriptionPlan {
  const context: SelectionContext = { fragments: prepared.fragments, variables };
  const [[key, nodes] = ['', []]] = [...collectFields([prepared.operation.selectionSet], context)];
  const field = fieldNamed(schema.getSubscriptionType() as GraphQLObjectType, nodes[0]?.name.value ?? '');
  const { object } = meaningOf<Extract<ChangeMeaning, { kind: 'changed' }>>(field);
  const given = readArguments(nodes[0] as FieldNode, field, variables);
  const whereType = getNamedType(field.args.find(({ name }) => name === 'where')?.type) as GraphQLInputObjectType;
  const event = getNamedType(field.type) as GraphQLObjectType;
  const selected = [...collectFields(subSelections(nodes), context)];
  const recordType = getNamedType(fieldNamed(event, 'record').type) as GraphQLObjectType;
  const records = selected.flatMap(([key, inner]) => (inner[0]?.name.value === 'record' ? [{ key, select: readSelection(subSelections(inner), recordType, context) }] : []));
  const ids = given.get('ids')?.value;
  const among: FieldCondition = { field: 'id', operator: 'in', operand: { path: ['variables', IDS_VARIABLE] } };
  const pages = [{ key: MATCHED_KEY, select: [] }, ...records].map(({ key, select }): PageField => ({ kind: 'nodes', key, select: [{ kind: 'value', key: ID_KEY, field: 'id' }, ...select] }));
  const page = { where: { and: [among, readWhere(given.get('where'), whereType)] }, orderBy: [], direction: 'forwards' as const, limit: MOST_RECORDS, select: pages };
  return {
    key,
    object,
    typeName: event.name,
    members: selected.map(([key, inner]) => memberOf(key, inner, records.find((record) => record.key === key), object, ground)),
    statement: compileRead({ roots: [{ kind: 'page', key: 'found', object, page }] }, ground),
    sensitive: records.flatMap(({ select }) => sensitiveUses(usedBySelection(select, object, ground.model), ground.model)),
    ...(Array.isArray(ids) && { ids: new Set(ids.map(String)) }),
  };
}

function memberOf(key: string, [node]: readonly FieldNode[], record: { select: Parameters<typeof secretKeysOfSelection>[0] } | undefined, object: string, ground: Ground): EventMember {
  if (!record) return { key, name: node?.name.value ?? '' };
  const secrets = secretKeysOfSelection(record.select, object, ground.model);
  return { key, name: 'record', record: secrets ? { secrets } : {} };
}
