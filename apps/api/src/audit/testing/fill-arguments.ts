import { getNamedType, getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLField, type GraphQLInputType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';

/** What stands in the place of an id until it is known which one is asked about. */
export const ID_PLACE = '$ID$';

const PLAIN: Readonly<Record<string, string>> = {
  Int: '1', Float: '1', Boolean: 'true', DateTime: '"2026-01-01T00:00:00Z"', Date: '"2026-01-01"', Time: '"10:00:00"', JSON: '{}', Decimal: '"1"',
};

const NAMES_AN_ID = /(?:^id|Id|Ids|^ids|cursor|^after|ticket|token)$/i;

export interface FilledCall {
  readonly kind: 'query' | 'mutation';
  readonly name: string;
  readonly call: string;
  readonly takesId: boolean;
}

/** A call of a root field with an id wherever it takes one, and the least of everything else that it asks for. */
function fillCall(field: GraphQLField<unknown, unknown>, object: string): Pick<FilledCall, 'call' | 'takesId'> {
  let takesId = false;
  const value = (type: GraphQLInputType, name: string, depth: number): string => {
    const bare = getNullableType(type);
    if (isListType(bare)) return `[${value(bare.ofType as GraphQLInputType, name, depth)}]`;
    if (isEnumType(bare)) return bare.getValues()[0]?.name ?? 'null';
    if (isInputObjectType(bare)) {
      const fields = Object.values(bare.getFields()).filter((one) => depth < 3 && (isWanted(one.type, one.name) || (isNonNullType(one.type) && one.defaultValue === undefined)));
      return `{${fields.map((one) => `${one.name}: ${value(one.type, one.name, depth + 1)}`).join(', ')}}`;
    }
    if (isWanted(bare, name)) {
      takesId = true;
      return JSON.stringify(ID_PLACE);
    }
    return PLAIN[bare.name] ?? JSON.stringify(name === 'object' ? object : 'x');
  };
  const given = field.args.filter((arg) => isWanted(arg.type, arg.name) || isInputWithId(arg.type) || (isNonNullType(arg.type) && arg.defaultValue === undefined));
  const text = given.map((arg) => `${arg.name}: ${value(arg.type, arg.name, 0)}`).join(', ');
  return { takesId, call: `${field.name}${text === '' ? '' : `(${text})`}${selectionOf(field)}` };
}

function isWanted(type: GraphQLInputType, name: string): boolean {
  const named = getNamedType(type);
  return named.name === 'ID' || (named.name === 'String' && NAMES_AN_ID.test(name));
}

function isInputWithId(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  return isInputObjectType(named) && Object.values(named.getFields()).some((one) => isWanted(one.type, one.name));
}

/** Every plain field of the answer, two levels deep. */
function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const select = (type: GraphQLNamedType, depth: number): string => {
    if (!('getFields' in type) || isInputObjectType(type)) return 'getTypes' in type ? ' { __typename }' : '';
    const parts = Object.values(type.getFields()).flatMap((one) => {
      if (one.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return [];
      const inner = getNamedType(one.type);
      if (!('getFields' in inner) && !('getTypes' in inner)) return [one.name];
      return depth < 2 ? [`${one.name}${select(inner, depth + 1)}`] : [];
    });
    return ` { ${['__typename', ...parts].join(' ')} }`;
  };
  return select(getNamedType(field.type), 0);
}

/** Every root field as a call. */
export function callsOf(schema: GraphQLSchema, object: string): readonly FilledCall[] {
  return (['query', 'mutation'] as const).flatMap((kind) => {
    const type = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
    return Object.values(type?.getFields() ?? {}).map((field) => ({ kind, name: field.name, ...fillCall(field, object) }));
  });
}
