// Documents of an org of any size, made by code: always the same for the same numbers.
const kinds = [
  { type: 'string', maxLength: 120, guanxi: { type: 'text' } },
  { type: 'integer', guanxi: { type: 'integer' } },
  { type: 'string', format: 'decimal', guanxi: { type: 'currency' } },
  { type: 'string', format: 'date', guanxi: { type: 'date' } },
  { type: 'string', enum: ['new', 'open', 'waiting', 'done', 'dropped'], guanxi: { type: 'picklist' } },
  { type: 'boolean', guanxi: { type: 'boolean' } },
  { type: 'string', format: 'email', guanxi: { type: 'email' } },
  { type: 'string', format: 'date-time', guanxi: { type: 'dateTime' } },
  { type: 'string', guanxi: { type: 'longText', help: 'What is worth knowing about it, in whole sentences.' } },
  { type: 'string', format: 'decimal', guanxi: { type: 'percent' } },
];
const LOOKUPS = 2;

export const objectName = (number) => `Thing${String(number).padStart(3, '0')}`;

/** `objects` objects with `fields` fields each: a name, two lookups to earlier objects, the rest in turn of ten kinds. */
export function makeDocuments(objects, fields) {
  return Array.from({ length: objects }, (_, number) => makeObject(number, fields));
}

function makeObject(number, fields) {
  const name = objectName(number);
  const id = (field) => `${name}-${field}`;
  const properties = { name: { title: 'Name', type: 'string', guanxi: { id: id('name'), type: 'text' } } };
  for (let lookup = 0; lookup < (number > LOOKUPS ? LOOKUPS : 0); lookup += 1) {
    const target = objectName(lookup === 0 ? number - 1 : Math.floor(number / 2));
    const field = `link${lookup}`;
    const inverse = { name: `listOf${name}${lookup}` };
    properties[field] = { title: `Link ${lookup}`, type: 'string', format: 'uuid', guanxi: { id: id(field), type: 'lookup', target, inverse } };
  }
  for (let count = Object.keys(properties).length; count < fields; count += 1) {
    const { guanxi, ...kind } = kinds[count % kinds.length];
    const field = `field${String(count).padStart(2, '0')}`;
    properties[field] = { title: `Field ${count} of ${name}`, ...kind, guanxi: { id: id(field), ...guanxi } };
  }
  return { kind: 'object', name, title: `Thing ${number}`, type: 'object', properties, required: ['name'], guanxi: { id: name, nameField: 'name' } };
}
