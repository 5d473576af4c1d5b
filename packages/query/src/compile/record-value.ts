import type { FieldModel, Model, ObjectModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { platformAccess } from '../access/platform-access.js';
import { recordTable } from '../org-tables.js';
import { Compilation } from './compilation.js';
import { inner } from './inner.js';
import { fieldExpression } from './field-expression.js';
import type { FormulaMoment } from './moment.js';

export interface ValuePlace extends FormulaMoment {
  readonly model: Model;
  /** The org's PostgreSQL schema. */
  readonly schema: string;
}

/**
 * The value of a field in a statement that is made elsewhere, where the record is called `alias`. It is the platform's
 * view: over all records, for nobody in particular.
 */
export function recordValue(object: ObjectModel, alias: string, field: FieldModel, { model, schema, now, timeZone, org }: ValuePlace): RawBuilder<unknown> {
  const access = platformAccess(model);
  const objectAccess = access.objects.get(object.name);
  if (!objectAccess) throw new Error(`${object.name} is no object of the model.`);
  const compilation = new Compilation({ model, access, schema, moment: { now, timeZone, org } }, inner);
  const table = { object, access: objectAccess, alias, masters: [], from: sql`${recordTable(schema, object)} as ${sql.id(alias)}`, compilation };
  return fieldExpression(table, field, compilation);
}
