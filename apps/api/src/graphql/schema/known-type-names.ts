import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';
import { nearMissHint } from '@guanxi/metadata';

/** The library's own rule by this name asks for every type of the schema before it reads the document; this one for those that are named. */
export function KnownTypeNamesRule(context: ValidationContext): ASTVisitor {
  const schema = context.getSchema();
  return {
    NamedType(node) {
      const name = node.name.value;
      if (schema.getType(name)) return;
      const hint = nearMissHint(name, Object.keys(schema.getTypeMap()));
      context.reportError(new GraphQLError(`Unknown type "${name}".${hint ? ` ${hint}` : ''}`, { nodes: node }));
    },
  };
}
