import type { ConversionModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { orgTable } from '../org-tables.js';
import { readableField, type Compilation, type Table } from './compilation.js';
import { momentOf, orgFact } from './moment.js';
import type { ReadField } from './record-formula.js';

/** An amount in the org's currency, by the rate that holds on its day; blank where there is no rate. Without a code it is in the org's own. */
export function convertedCurrency({ field, currency, codeFrom, rateOn }: ConversionModel, table: Table, compilation: Compilation, read: ReadField): RawBuilder<unknown> {
  const value = (name: string) => read(table, readableField(table, name), compilation);
  const code = codeFrom === undefined ? sql`${currency ?? ''}::text` : sql`coalesce(${value(codeFrom)}, ${orgFact('currency', compilation)})`;
  const { now, timeZone } = momentOf(compilation);
  const today = sql`(${now} at time zone ${timeZone})::date`;
  const day = rateOn === undefined ? today : sql`coalesce(${value(rateOn)}::date, ${today})`;
  const rates = orgTable(compilation.ground.schema, 'currencyRate');
  const rate = sql`(select rate from ${rates} where code = ${code} and starts_on <= ${day} order by starts_on desc limit 1)`;
  return sql`case when ${code} = ${orgFact('currency', compilation)} then ${value(field)} else ${value(field)} / ${rate} end`;
}
