import type { Model } from '@guanxi/metadata';
import { assembleAnswer, bindStatement, compileRead, constant, type Access, type SelectedField } from '@guanxi/query';
import type { SqlSession } from '../database/sql-session.js';

interface Place {
  readonly session: SqlSession;
  readonly schema: string;
  readonly model: Model;
}

interface Named {
  readonly id: string;
  readonly name?: string | null | { readonly text: string | null };
}

/**
 * What records are called, by id: only those that this person may read are there, found as any other read finds them. Empty
 * text where the name itself may not be read or is blank.
 */
export async function readNames({ session, schema, model }: Place, access: Access, objectName: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const object = model.objectByName.get(objectName);
  const rights = access.objects.get(objectName);
  if (!object || !rights || ids.length === 0) return new Map();
  const nameField = object.fieldByName.get(object.nameField);
  const select: SelectedField[] = [{ kind: 'value', key: 'id', field: 'id' }];
  if (nameField && rights.readableFields.has(nameField.name)) select.push(selectName(nameField.name, nameField.value.type === 'personName'));
  const statement = compileRead({ roots: [{ kind: 'several', key: 'found', object: objectName, ids: constant(ids), count: ids.length, select }] }, { model, access, schema });
  const values = bindStatement(statement, { variables: {}, me: access.userId, now: new Date().toISOString(), timeZone: 'UTC' });
  const [row] = await session.run<Record<string, string | null>>({ text: statement.text, values });
  const { found } = JSON.parse(`{${assembleAnswer(statement, Object.values(row ?? {}))}}`) as { found: readonly Named[] | null };
  return new Map((found ?? []).map(({ id, name }) => [id, (typeof name === 'object' ? name?.text : name) ?? '']));
}

function selectName(field: string, hasParts: boolean): SelectedField {
  return hasParts ? { kind: 'parts', key: 'name', field, select: [{ kind: 'part', key: 'text', part: 'text' }] } : { kind: 'value', key: 'name', field };
}
