import type { SharedRecords } from '@guanxi/metadata';
import { sql } from 'kysely';
import { amongShared } from '../access/sharing/rule-records.js';
import { compileStatement, type Statement } from '../statement/statement.js';
import { Compilation, type Ground } from './compilation.js';
import { inner } from './inner.js';

/** How many records a sharing rule speaks of, whoever asks: a row `(count)`. Throws a `RangeError` for a formula that does not fit the object. */
export function compileSharedCount(objectName: string, which: SharedRecords, ground: Ground): Statement {
  const table = new Compilation(ground, inner).table(objectName);
  const rule = { kind: 'sharing-rule', name: '', title: '', object: objectName, which, to: [], access: 'read', guanxi: { id: '' } } as const;
  return compileStatement(sql`select count(*)::int as count from ${table.from} where ${sql.id(table.alias, 'deleted_at')} is null and ${amongShared(rule, table)}`);
}
