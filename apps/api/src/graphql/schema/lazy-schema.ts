import { GraphQLSchema, isUnionType, type GraphQLAbstractType, type GraphQLInterfaceType, type GraphQLNamedType, type GraphQLObjectType } from 'graphql';

export interface LazySchemaParts {
  readonly query: GraphQLObjectType;
  readonly mutation?: GraphQLObjectType;
  readonly subscription?: GraphQLObjectType;
  /** Types that documents may name, where they can be had without walking through the schema. */
  readonly types: readonly GraphQLNamedType[];
  /** Other types that can be found without walking through the whole of it. */
  find(name: string): GraphQLNamedType | undefined;
}

/**
 * A schema that works out the fields of a type when a document first names it. The library walks through every field of
 * every type at once, which takes an org of 20,000 fields longer than a request should wait after each publishing; here
 * only introspection does.
 */
export class LazySchema extends GraphQLSchema {
  private readonly parts: LazySchemaParts;
  private readonly named: ReadonlyMap<string, GraphQLNamedType>;
  private walked?: GraphQLSchema;

  constructor(parts: LazySchemaParts) {
    // Made out of a checked model: validating it again would cost more than making it.
    super({ assumeValid: true });
    this.parts = parts;
    this.named = new Map(parts.types.map((type) => [type.name, type]));
  }

  override getQueryType(): GraphQLObjectType {
    return this.parts.query;
  }

  override getMutationType(): GraphQLObjectType | undefined {
    return this.parts.mutation;
  }

  override getSubscriptionType(): GraphQLObjectType | undefined {
    return this.parts.subscription;
  }

  override getType(name: string): GraphQLNamedType | undefined {
    return this.named.get(name) ?? super.getTypeMap()[name] ?? this.parts.find(name) ?? this.whole().getType(name);
  }

  override getTypeMap(): ReturnType<GraphQLSchema['getTypeMap']> {
    return this.whole().getTypeMap();
  }

  override getImplementations(type: GraphQLInterfaceType): ReturnType<GraphQLSchema['getImplementations']> {
    return this.whole().getImplementations(type);
  }

  override isSubType(abstract: GraphQLAbstractType, member: GraphQLObjectType | GraphQLInterfaceType): boolean {
    return isUnionType(abstract) ? super.isSubType(abstract, member) : this.whole().isSubType(abstract, member);
  }

  private whole(): GraphQLSchema {
    const { query, mutation, subscription } = this.parts;
    return (this.walked ??= new GraphQLSchema({ assumeValid: true, query, ...(mutation && { mutation }), ...(subscription && { subscription }) }));
  }
}
