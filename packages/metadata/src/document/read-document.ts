import { jsonPointer } from '../json-pointer.js';
import type { Problem } from '../problem.js';
import { checkShape } from './check-shape.js';
import { documentKinds, isDocumentKind } from './document-schema.js';
import type { MetadataDocument, ObjectDocument } from './documents.js';
import { sameJson } from '../model/same-json.js';
import { nearMissHint } from './near-miss.js';

/** What could be made of one document that came in. */
export interface ReadDocument {
  /** Of the right shape. Absent when too little of it is; an object document comes without the properties that are wrong. */
  readonly document?: MetadataDocument;
  readonly problems: readonly Problem[];
  /** Names of objects (`Customer`) and fields (`Customer.email`) that are there, but wrong in themselves. */
  readonly unsure: readonly string[];
}

/** `known` are the documents of an earlier, sound model by kind and name: what is the same needs no second look. */
export function readDocument(input: unknown, index: number, known: ReadonlyMap<string, MetadataDocument> = new Map()): ReadDocument {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return refused({ path: jsonPointer(index), code: 'document.shape', message: `Document ${index + 1} must be a JSON object.` });
  }
  const same = knownDocument(input, known);
  if (same) return { document: same, problems: [], unsure: [] };
  const copy = copyOf(input);
  if (!copy) return refused({ path: jsonPointer(index), code: 'document.shape', message: `Document ${index + 1} holds something that JSON cannot.` });
  const { kind, name } = copy as { readonly kind?: unknown; readonly name?: unknown };
  if (!isDocumentKind(kind)) {
    return refused({
      path: jsonPointer(index, 'kind'),
      code: 'document.kind',
      message: kind === undefined ? `Document ${index + 1} does not say its kind.` : `Document ${index + 1} is of the kind ${JSON.stringify(kind)}, which does not exist.`,
      hint: (typeof kind === 'string' ? nearMissHint(kind, documentKinds) : undefined) ?? `The kinds are ${documentKinds.map((one) => `"${one}"`).join(', ')}.`,
    });
  }
  if (typeof name !== 'string' || name === '') {
    return refused({ path: jsonPointer(index, 'name'), code: 'document.name', message: `Document ${index + 1} (kind "${kind}") has no name.` });
  }
  const address = jsonPointer(`${kind}:${name}`);
  const problems = checkShape(copy, kind, address);
  if (problems.length === 0) return { document: copy as MetadataDocument, problems, unsure: [] };
  return kind === 'object' ? { problems, ...withoutWrongProperties(copy, name, problems, address) } : { problems, unsure: [] };
}

function knownDocument(input: object, known: ReadonlyMap<string, MetadataDocument>): MetadataDocument | undefined {
  const { kind, name } = input as { readonly kind?: unknown; readonly name?: unknown };
  const document = typeof kind === 'string' && typeof name === 'string' ? known.get(`${kind}:${name}`) : undefined;
  return document && sameJson(input, document) ? document : undefined;
}

function refused(problem: Problem): ReadDocument {
  return { problems: [problem], unsure: [] };
}

/** Models are frozen; what the caller handed in stays the caller's. */
function copyOf(input: object): object | undefined {
  try {
    return JSON.parse(JSON.stringify(input)) as object;
  } catch {
    return undefined;
  }
}

/** Where only properties are wrong, the rest of the object can still be checked: more problems are told at once. */
function withoutWrongProperties(copy: object, name: string, problems: readonly Problem[], address: string): Pick<ReadDocument, 'document' | 'unsure'> {
  const inProperty = new RegExp('^/properties/([^/]+)');
  const wrong = problems.map((problem) => inProperty.exec(problem.path.slice(address.length))?.[1]);
  const names = wrong.flatMap((one) => (one === undefined ? [] : [one.replaceAll('~1', '/').replaceAll('~0', '~')]));
  if (names.length < wrong.length) return { unsure: [name] };
  const document = copy as ObjectDocument;
  const properties = Object.fromEntries(Object.entries(document.properties).filter(([key]) => !names.includes(key)));
  return { document: { ...document, properties }, unsure: names.map((one) => `${name}.${one}`) };
}
