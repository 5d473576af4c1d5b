import { valueName, type FieldDescription, type ObjectDescription, type WorkspaceDescription } from '@guanxi/metadata';

/**
 * The selection of a record's fields. A reference is asked for as its id and, where this person may read what it points
 * to, with that record's name (always under the key `name`); a polymorphic one by the lookups that it stands for.
 */
export function selectFields(workspace: Pick<WorkspaceDescription, 'objects'>, object: ObjectDescription, names: readonly string[]): string {
  // Where people may change only what is theirs, the page has to know whose a record is.
  const wanted = new Set([object.nameField, ...names, ...(object.editsOwnOnly || object.deletesOwnOnly ? ['owner'] : [])]);
  const members = new Set(object.fields.flatMap((field) => (wanted.has(field.name) ? (field.members ?? []) : [])));
  const fields = object.fields.filter(({ name }) => wanted.has(name) || members.has(name) || alwaysAsked.includes(name));
  return ['id', ...fields.filter(({ name }) => name !== 'id').flatMap((field) => selectField(workspace, field))].join(' ');
}

/** Saving needs the version that was read. */
const alwaysAsked: readonly string[] = ['version'];

function selectField({ objects }: Pick<WorkspaceDescription, 'objects'>, field: FieldDescription): readonly string[] {
  // Its records are a list of their own below the fields.
  if (field.storage === 'through' || field.members !== undefined) return [];
  if (partsOf(field) !== '') return [`${field.name}${partsOf(field)}`];
  if (field.target === undefined) return [valueName(field)];
  const target = objects.find(({ name }) => name === field.target);
  if (!target) return [valueName(field)];
  const named = target.fields.find((candidate) => candidate.name === target.nameField);
  return [`${valueName(field)} ${field.name} { id${named ? ` name: ${named.name}${partsOf(named)}` : ''} }`];
}

/** The selection of what was just written, named by the keys of the API's input: references as their ids alone. */
export function selectWritten(object: Pick<ObjectDescription, 'fields'>, keys: readonly string[]): string {
  return [...new Set(keys)].flatMap((key) => {
    const field = object.fields.find((one) => valueName(one) === key);
    if (!field) return [key];
    if (field.storage === 'through') return [];
    if (field.members) return object.fields.filter(({ name }) => field.members?.includes(name)).map(valueName);
    return [`${key}${partsOf(field)}`];
  }).join(' ');
}

/** The whole of a value that has several pieces. */
function partsOf({ parts }: FieldDescription): string {
  return parts ? ` { ${parts.join(' ')} }` : '';
}
