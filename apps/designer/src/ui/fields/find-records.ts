import { fieldType, type JsonValue } from '@guanxi/field-types';
import type { RecordFilter } from '@guanxi/field-types/widgets';
import type { FieldDescription, ObjectDescription } from '@guanxi/metadata';
import { readPath, selectPath } from './record-paths.js';

export interface FoundRecord { readonly id: string; readonly name: string }

export interface RecordSearch {
  /** Unknown of people where a person may not see the object of them. */
  readonly target: ObjectDescription | undefined;
  readonly objects: readonly ObjectDescription[];
  /** A piece of the name; empty for any. */
  readonly text: string;
  /** Only records that fit are found. */
  readonly filter?: RecordFilter | undefined;
}

export interface FoundPage {
  readonly nodes: readonly (Readonly<Record<string, unknown>> & { readonly id: string; readonly _name: JsonValue })[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

type Ask = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<FoundPage>;

const shownCount = 20;
/** A filter is judged here, so that more has to be read than is shown; what fits may be rare, so that reading ends. */
const judgedAtOnce = 100;
const mostPages = 3;

/** The first records that are found by a piece of their name. */
export async function findRecords(search: RecordSearch, ask: Ask): Promise<readonly FoundRecord[]> {
  const { filter, text } = search;
  const query = writeQuery(search);
  const found: FoundRecord[] = [];
  let after: string | null = null;
  for (let page = 0; page < (filter ? mostPages : 1); page += 1) {
    const { nodes, pageInfo }: FoundPage = await ask(query, { ...(text !== '' && { text }), ...(after !== null && { after }) });
    found.push(...nodes.filter((node) => fits(node, search)).map(({ id, _name }) => ({ id, name: nameOf(_name, nameFieldOf(search)) || id })));
    after = pageInfo.endCursor;
    if (found.length >= shownCount || !pageInfo.hasNextPage) break;
  }
  return found.slice(0, shownCount);
}

/** The names of the object and of its fields come from the org's own model; what people type goes as a variable. */
function writeQuery({ target, objects, text, filter }: RecordSearch): string {
  const { plural = 'users', nameField = 'name' } = target ?? {};
  const read = filter && target ? filter.reads.map((path) => selectPath(objects, target, path)).filter((piece) => piece !== '') : [];
  const parts = nameFieldOf({ target })?.parts;
  // A name of several pieces is looked for as a whole.
  const where = text === '' ? '' : parts ? 'search: $text, ' : `where: { ${nameField}: { contains: $text } }, `;
  // No field's name begins with an underscore, so that what the filter reads never meets it.
  const select = ['id', `_name: ${nameField}${parts ? ` { ${parts.join(' ')} }` : ''}`, ...read].join(' ');
  return `query Find${text === '' ? '($after: String)' : '($text: String!, $after: String)'} { found: ${plural}(${where}first: ${filter ? judgedAtOnce : shownCount}, after: $after) { nodes { ${select} } pageInfo { hasNextPage endCursor } } }`;
}

function nameFieldOf({ target }: Pick<RecordSearch, 'target'>): FieldDescription | undefined {
  return target?.fields.find(({ name }) => name === target.nameField);
}

function nameOf(value: JsonValue, field: FieldDescription | undefined): string {
  if (value === null) return '';
  return typeof value === 'object' && field ? (fieldType(field.value.type).display?.(value) ?? '') : String(value);
}

function fits(node: FoundPage['nodes'][number], { target, objects, filter }: RecordSearch): boolean {
  return !filter || !target || filter.matches((path) => readPath(objects, target, node, path));
}
