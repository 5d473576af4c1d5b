import { getNamedType, isInputObjectType, isObjectType, type GraphQLNamedType } from 'graphql';

/**
 * Finds a type that stands around the types of one object (its groups, their inputs, what its polymorphic lookups take) by
 * working out the fields of that object alone; the names of all of them begin with the object's.
 */
export function findAround(name: string, roots: (object: string) => readonly GraphQLNamedType[] | undefined): GraphQLNamedType | undefined {
  for (let length = name.length - 1; length > 0; length -= 1) {
    const object = name.slice(0, length);
    const found = roots(object) && typesAround(object, roots(object) ?? []).get(name);
    if (found) return found;
  }
  return undefined;
}

function typesAround(object: string, roots: readonly GraphQLNamedType[]): ReadonlyMap<string, GraphQLNamedType> {
  const found = new Map<string, GraphQLNamedType>();
  const visit = (type: GraphQLNamedType): void => {
    if (!type.name.startsWith(object) || found.has(type.name)) return;
    found.set(type.name, type);
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) visit(getNamedType(field.type));
    if (!isObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      visit(getNamedType(field.type));
      for (const argument of field.args) visit(getNamedType(argument.type));
    }
  };
  roots.forEach(visit);
  return found;
}
