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
  /** One entry of a list of changes. */
  readonly rowInput: string;
  /** A record that is named by an id or a key, or made on the way. */
  readonly assignInput: string;
  readonly identityInput: string;
  /** The records of a list that come and go with the record they belong to. */
  readonly membersInput: string;
  readonly upsertField: string;
  readonly conversion: string;
  readonly one: string;
  readonly many: string;
  readonly create: string;
  readonly createMany: string;
  readonly update: string;
  readonly updateMany: string;
  readonly updateWhere: string;
  readonly upsert: string;
  readonly upsertMany: string;
  readonly delete: string;
  readonly deleteMany: string;
  readonly deleteWhere: string;
  readonly restore: string;
  readonly restoreMany: string;
  readonly merge: string;
  readonly convert: string;
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
    rowInput: `${name}RowInput`,
    assignInput: `${name}AssignInput`,
    identityInput: `${name}IdentityInput`,
    membersInput: `${name}MembersInput`,
    upsertField: `${name}UpsertField`,
    conversion: `${name}Conversion`,
    one: singular,
    many: plural,
    create: `create${name}`,
    createMany: `create${plurals}`,
    update: `update${name}`,
    updateMany: `update${plurals}`,
    updateWhere: `update${plurals}Where`,
    upsert: `upsert${name}`,
    upsertMany: `upsert${plurals}`,
    delete: `delete${name}`,
    deleteMany: `delete${plurals}`,
    deleteWhere: `delete${plurals}Where`,
    restore: `restore${name}`,
    restoreMany: `restore${plurals}`,
    merge: `merge${name}`,
    convert: `convert${name}`,
  };
}

/** The key that carries a field's value: `customerId` where the field points to a record, else its name. */
export function valueName(field: { readonly name: string; readonly target?: string }): string {
  return field.target === undefined ? field.name : `${field.name}Id`;
}
