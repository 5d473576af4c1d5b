import { fieldType } from '@guanxi/field-types';
import { sql } from 'kysely';
import type { FieldModel } from '../../model/model.js';
import type { Sql } from './table-sql.js';

/**
 * The form in which values are compared to find duplicates: of text, without capitals, full-width forms and needless spaces,
 * and with 台 for 臺, as far as an index takes it; of anything else, the value. Immutable and without parameters, so that an index can hold it.
 */
export function matchKey({ value }: Pick<FieldModel, 'value'>, column: Sql): Sql {
  const kind = fieldType(value.type);
  const text = kind.text?.(column) ?? (TEXTUAL.has(kind.formulaType) && kind.column(value.settings).name === 'text' ? column : undefined);
  return text ? sql`left(lower(translate(regexp_replace(btrim(normalize(${text}, NFKC)), '[[:space:]]+', ' ', 'g'), '臺', '台')), 600)` : column;
}

const TEXTUAL: ReadonlySet<string> = new Set(['text', 'picklist']);
