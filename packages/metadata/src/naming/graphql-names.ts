/** What an object is called in the org's GraphQL schema: types, and fields of Query and Mutation. */
export interface GraphQLNames {
  readonly type: string;
  readonly where: string;
  readonly orderBy: string;
  readonly connection: string;
  readonly edge: string;
  /** What is said of all records of a list; the types around it begin with this name. */
  readonly aggregate: string;
  /** The filter on a to-many side: `some`, `none`, `every`. */
  readonly relationWhere: string;
  readonly createInput: string;
  readonly updateInput: string;
  readonly upsertKey: string;
  readonly one: string;
  readonly many: string;
  readonly create: string;
  readonly createMany: string;
  readonly update: string;
  readonly upsert: string;
  readonly delete: string;
  readonly restore: string;
  readonly merge: string;
}

export function graphqlNames(object: { readonly name: string; readonly singular: string; readonly plural: string }): GraphQLNames {
  const { name, singular, plural } = object;
  const plurals = plural.charAt(0).toUpperCase() + plural.slice(1);
  return {
    type: name,
    where: `${name}Where`,
    orderBy: `${name}OrderBy`,
    connection: `${name}Connection`,
    edge: `${name}Edge`,
    aggregate: `${name}Aggregate`,
    relationWhere: `${name}RelationWhere`,
    createInput: `${name}Create`,
    updateInput: `${name}Update`,
    upsertKey: `${name}UpsertKey`,
    one: singular,
    many: plural,
    create: `create${name}`,
    createMany: `create${plurals}`,
    update: `update${name}`,
    upsert: `upsert${name}`,
    delete: `delete${name}`,
    restore: `restore${name}`,
    merge: `merge${name}`,
  };
}

/** The key that carries a field's value: `customerId` where the field points to a record, else its name. */
export function valueName(field: { readonly name: string; readonly target?: string }): string {
  return field.target === undefined ? field.name : `${field.name}Id`;
}
