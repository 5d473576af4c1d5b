import { readValue } from './apply-patch.js';
import { findAttribute, type Attributes } from './attributes.js';
import { isRecord, type Resource } from './match-filter.js';
import { ScimFailure } from './scim-failure.js';

/** The body of a POST or PUT: what is known here and may be written, in its own type. What is read-only or unknown is passed over, as RFC 7644 asks. */
export function readResource(body: unknown, attributes: Attributes): Resource {
  if (!isRecord(body)) throw new ScimFailure(400, 'The body has to be a JSON object.', 'invalidSyntax');
  const pairs = Object.entries(body).flatMap(([name, value]) => {
    const [known, attribute] = findAttribute(attributes, name) ?? [];
    if (known === undefined || attribute === undefined || attribute.readOnly || value === null || value === undefined) return [];
    return [[known, attribute.multi ? [value].flat().map((item: unknown) => readValue(known, attribute, typeof item === 'string' ? { value: item } : item)) : readValue(known, attribute, value)]];
  });
  return Object.fromEntries(pairs) as Resource;
}
