import { valueName, type FieldDescription, type ObjectDescription, type WorkspaceDescription } from '@guanxi/metadata';

/**
 * The selection of a record's fields. A reference is asked for as its id and, where this person may read what it points
 * to, with that record's name (always under the key `name`).
 */
export function selectFields(workspace: Pick<WorkspaceDescription, 'objects'>, object: ObjectDescription, names: readonly string[]): string {
  // Where people may change only what is theirs, the page has to know whose a record is.
  const wanted = new Set([object.nameField, ...names, ...(object.editsOwnOnly || object.deletesOwnOnly ? ['owner'] : [])]);
  const fields = object.fields.filter(({ name }) => wanted.has(name) || alwaysAsked.includes(name));
  return ['id', ...fields.filter(({ name }) => name !== 'id').map((field) => selectField(workspace, field))].join(' ');
}

/** Saving needs the version that was read. */
const alwaysAsked: readonly string[] = ['version'];

function selectField({ objects }: Pick<WorkspaceDescription, 'objects'>, field: FieldDescription): string {
  const target = objects.find(({ name }) => name === field.target);
  if (!target) return valueName(field);
  const name = target.fields.some((candidate) => candidate.name === target.nameField) ? ` name: ${target.nameField}` : '';
  return `${valueName(field)} ${field.name} { id${name} }`;
}
