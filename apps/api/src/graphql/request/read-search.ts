import { countSearchWords } from '@guanxi/field-types';
import { constant, type RootRead, type SearchedFieldKey, type SearchResultField } from '@guanxi/query';
import type { FieldNode, GraphQLField } from 'graphql';
import { collectFields, subSelections, type SelectionContext } from './collect-fields.js';
import { readArguments } from './given.js';
import { readLimit } from './read-page.js';

/** The root field `search`. */
export function readSearch(key: string, nodes: readonly FieldNode[], field: GraphQLField<unknown, unknown>, context: SelectionContext): RootRead {
  const given = readArguments(nodes[0] as FieldNode, field, context.variables);
  const [text, objects, ownedBy, changedSince] = ['text', 'objects', 'ownedBy', 'changedSince'].map((name) => (given.get(name)?.value === null ? undefined : given.get(name)));
  return {
    kind: 'search',
    key,
    search: {
      text: text?.operand ?? constant(''),
      words: countSearchWords(String(text?.value ?? '')),
      ...(objects && { objects: objects.items().map(({ value }) => String(value)) }),
      ...(ownedBy && { ownedBy: ownedBy.operand }),
      ...(changedSince && { changedSince: changedSince.operand }),
      first: readLimit(given.get('first')),
      select: [...collectFields(subSelections(nodes), context)].map(([own, inner]) => ({
        key: own,
        kind: kindOf<SearchResultField>(inner),
        ...(inner[0]?.name.value === 'fields' && { select: [...collectFields(subSelections(inner), context)].map(([part, [node]]) => ({ key: part, kind: kindOf<SearchedFieldKey>(node ? [node] : []) })) }),
      })),
    },
  };
}

function kindOf<Kind extends string>([node]: readonly FieldNode[]): Kind | 'typename' {
  const name = node?.name.value;
  return name === '__typename' ? 'typename' : (name as Kind);
}
