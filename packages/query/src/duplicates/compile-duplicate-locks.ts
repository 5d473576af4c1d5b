import type { DuplicateRuleModel, FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { Compilation, type Ground } from '../compile/compilation.js';
import { inner } from '../compile/inner.js';
import { compileStatement, type Statement } from '../statement/statement.js';
import { compileInput } from '../write/write-parts.js';
import { duplicateStates, type FindDuplicates } from './compile-find-duplicates.js';
import { matchParts, type MatchPart } from './match-conditions.js';

/**
 * Holds the keys of rows by the rules that look at them, until the end of the transaction and in one order for everybody. A
 * single row shares the rule and has its key for itself; `many` have the whole rule. What is only alike has no key: such a rule
 * is for one at a time.
 */
export function compileDuplicateLocks(request: FindDuplicates, ground: Ground, many: boolean): Statement {
  const compilation = new Compilation(ground, inner);
  const table = compilation.table(request.object);
  const fields = request.fields.map((name) => table.object.fieldByName.get(name) as FieldModel);
  const rules = table.object.duplicateRules.filter(({ name }) => request.rules.includes(name)).map((rule) => ({ rule, parts: matchParts(rule, table.object) }));
  const compared = [...new Set(rules.flatMap(({ parts }) => parts.map(({ field }) => field)))];
  const nameOf = (rule: DuplicateRuleModel) => `${ground.schema} ${table.object.id} ${rule.id}`;
  const branches = rules.flatMap(({ rule, parts }): RawBuilder<unknown>[] => {
    const exact = parts.filter(({ how }) => how === 'exact');
    const whole = many || exact.length === 0;
    const ruleLock = sql`select 0 as level, hashtextextended(${nameOf(rule)}::text, 0) as hash, ${sql.lit(!whole)} as shared`;
    return whole ? [ruleLock] : [ruleLock, keyLocks(nameOf(rule), exact)];
  });
  // Told apart from the keys by the order: everybody takes the rules first.
  const wanted = sql`select distinct level, hash, shared from (${sql.join(branches, sql` union all `)}) b where hash is not null order by level, hash`;
  const lock = sql`case when shared then pg_advisory_xact_lock_shared(hash) else pg_advisory_xact_lock(hash) end`;
  return compileStatement(sql`with ${sql.join([compileInput(fields), ...duplicateStates(request, fields, compared, table)])}, wanted as materialized (${wanted}) select ${lock} from wanted`);
}

/** One for each row that has all keys of a rule; likeness comes on top of those. */
function keyLocks(name: string, parts: readonly MatchPart[]): RawBuilder<unknown> {
  const keys = parts.map(({ field }) => sql`${sql.id('n', field.column)}::text`);
  const present = parts.map(({ field }) => sql`${sql.id('n', field.column)} is not null`);
  return sql`select 1, hashtextextended(concat_ws(chr(1), ${name}::text, ${sql.join(keys)}), 0), false from state n where ${sql.join(present, sql` and `)}`;
}
