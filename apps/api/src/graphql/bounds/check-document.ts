import { Kind, type DocumentNode, type FieldNode, type GraphQLError, type SelectionSetNode } from 'graphql';
import { limits } from './limits.js';
import { tooCostlyDocument } from './too-costly.js';

/** Before parsing: whether the text is one that the parser and everybody after it can walk through. */
export function refuseText(text: string): GraphQLError | undefined {
  if (text.length > limits.documentLength) return tooCostlyDocument(`The document has ${text.length} characters; at most ${limits.documentLength} are read.`, text.length, limits.documentLength);
  const nesting = measureNesting(text);
  return nesting > limits.nesting ? tooCostlyDocument(`The document has ${nesting} brackets within each other; at most ${limits.nesting} may be.`, nesting, limits.nesting) : undefined;
}

/** Before validating, whose rules compare fields with each other: how many there are, fragments written out. */
export function refuseDocument(document: DocumentNode): GraphQLError | undefined {
  const fragments = new Map(document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition.selectionSet] as const] : [])));
  if (fragments.size > limits.fragments) return tooCostlyDocument(`The document has ${fragments.size} fragments; at most ${limits.fragments} may be.`, fragments.size, limits.fragments);
  const count = counter(fragments, () => true, 'deep');
  const roots = counter(fragments, () => true, 'roots');
  const aboutSchema = counter(fragments, ({ name }) => name.value === '__schema' || name.value === '__type', 'roots');
  const operations = document.definitions.flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? [definition.selectionSet] : []));
  // Fragments that nothing spreads are compared with each other, too.
  const found: readonly (readonly [string, number, number])[] = [
    ['fields', sum([...operations, ...fragments.values()].map(count)), limits.fields],
    ['root fields', sum(operations.map(roots)), limits.roots],
    ['root fields about the schema', sum(operations.map(aboutSchema)), limits.schemaRoots],
  ];
  const excess = found.find(([, number, limit]) => number > limit);
  return excess && tooCostlyDocument(`The document selects ${excess[1]} ${excess[0]}; at most ${excess[2]} may be.`, excess[1], excess[2]);
}

type Fragments = ReadonlyMap<string, SelectionSetNode>;

/** Each fragment is counted once, however often it is spread; one that contains itself ends where it begins. */
function counter(fragments: Fragments, counts: (field: FieldNode) => boolean, reach: 'deep' | 'roots'): (set: SelectionSetNode) => number {
  const known = new Map<string, number>();
  const countFragment = (name: string): number => {
    const set = fragments.get(name);
    const counted = known.get(name);
    if (counted !== undefined || !set) return counted ?? 0;
    known.set(name, 0);
    const fields = count(set);
    known.set(name, fields);
    return fields;
  };
  const count = (set: SelectionSetNode): number => {
    let fields = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) fields += countFragment(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) fields += count(selection.selectionSet);
      else fields += (counts(selection) ? 1 : 0) + (reach === 'deep' && selection.selectionSet ? count(selection.selectionSet) : 0);
      // Powers of two grow past every number.
      if (fields > MOST_COUNTED) return MOST_COUNTED;
    }
    return fields;
  };
  return count;
}

const MOST_COUNTED = 1_000_000;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((left, right) => left + right, 0);
}

const PIECES = /"""(?:\\"""|[^])*?"""|"(?:\\.|[^"\\\n\r])*"|#[^\n\r]*|[{}[\]()]/g;

/** Brackets within brackets, those in texts and remarks left out. */
function measureNesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [piece] of text.matchAll(PIECES)) {
    if (piece === '{' || piece === '[' || piece === '(') deepest = Math.max(deepest, (depth += 1));
    else if (piece === '}' || piece === ']' || piece === ')') depth -= 1;
  }
  return deepest;
}
