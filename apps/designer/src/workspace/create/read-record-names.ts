import { writeRecordName } from '@guanxi/field-types';
import type { FormValues } from '@guanxi/forms';
import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { recordsRequest } from '../../api/index.js';
import { selectFields } from '../records/select-fields.js';

/** What the records are called that the lookups among some values point to, by field name; those that are gone are missing. */
export async function readRecordNames(workspace: WorkspaceDescription, object: ObjectDescription, values: FormValues): Promise<Readonly<Record<string, string>>> {
  const asked = object.fields.flatMap((field) => {
    const id = values[field.name];
    const target = workspace.objects.find(({ name }) => name === field.target);
    return typeof id === 'string' && target ? [{ field: field.name, id, target }] : [];
  });
  if (asked.length === 0) return {};
  const head = asked.map((_, index) => `$i${index}: ID!`).join(', ');
  const parts = asked.map(({ target }, index) => `r${index}: ${target.singular}(id: $i${index}) { ${selectFields(workspace, target, [target.nameField])} }`);
  const found = await recordsRequest<Readonly<Record<string, Readonly<Record<string, unknown>> | null>>>(
    `query Names(${head}) { ${parts.join(' ')} }`, Object.fromEntries(asked.map(({ id }, index) => [`i${index}`, id])),
  );
  return Object.fromEntries(asked.flatMap(({ field, target }, index) => {
    const name = writeRecordName(found[`r${index}`]?.[target.nameField]);
    return name === undefined ? [] : [[field, name] as const];
  }));
}
