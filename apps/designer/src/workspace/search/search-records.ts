import { recordsRequest } from '../../api/index.js';

export interface SearchedField {
  readonly field: string;
  readonly text: string;
  readonly ranges: readonly (readonly [number, number])[];
}

export interface FoundRecord {
  readonly object: string;
  readonly id: string;
  readonly name: string | null;
  readonly match: 'EXACT' | 'BEGINS' | 'CONTAINS' | 'SIMILAR';
  readonly suggestion: string | null;
  readonly fields: readonly SearchedField[];
}

export interface SearchWish {
  readonly text: string;
  /** Names of objects; all where it is not said. */
  readonly objects?: readonly string[];
  readonly onlyMine?: boolean;
  /** An instant. */
  readonly changedSince?: string;
  readonly first: number;
}

const query = `query Search($text: String!, $objects: [SearchableObject!], $ownedBy: ID, $changedSince: DateTime, $first: Int) {
  found: search(text: $text, objects: $objects, ownedBy: $ownedBy, changedSince: $changedSince, first: $first) { object id name match suggestion fields { field text ranges } }
}`;

/** Records that have a text, the best first. Throws `ApiError`. */
export async function searchRecords({ text, objects, onlyMine, changedSince, first }: SearchWish, signal: AbortSignal): Promise<readonly FoundRecord[]> {
  const variables = { text, first, ...(objects && { objects }), ...(onlyMine && { ownedBy: 'me' }), ...(changedSince !== undefined && { changedSince }) };
  return (await recordsRequest<{ found: readonly FoundRecord[] }>(query, variables, signal)).found;
}

/** How the text would have to be written for what was probably meant; undefined where something has it as it is. */
export function didYouMean(found: readonly FoundRecord[]): string | undefined {
  if (found.some(({ match }) => match !== 'SIMILAR')) return undefined;
  return found.find(({ suggestion }) => suggestion !== null)?.suggestion ?? undefined;
}

/** The piece of a text, such as the name, that matches. */
export function rangesOf({ fields }: FoundRecord, text: string | null): SearchedField['ranges'] {
  return fields.find((field) => field.text === text)?.ranges ?? [];
}
