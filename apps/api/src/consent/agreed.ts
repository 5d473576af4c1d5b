import type { ConsentLedger } from '@guanxi/metadata';
import { recordTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';

/** A way of writing to people, as the ledger names it. */
export type ConsentChannel = 'email';

export interface ConsentQuestion {
  /** Compared without regard to case. */
  readonly address: string;
  readonly purpose: string;
}

export interface ConsentPlace {
  readonly schema: string;
  readonly ledger: ConsentLedger | undefined;
  /** An instant as SQL. */
  readonly now: RawBuilder<unknown>;
}

/**
 * Those of the questions whose newest row says that consent was given, all asked in one statement. Rows of one moment: what was
 * withdrawn counts. A row without a moment counts as the newest where it withdraws, and as none where it gives; so does one that
 * gives in the future. In the bin, what gave counts no more, and what withdrew still does. Without a ledger nobody agrees to anything.
 */
export async function findAgreed(session: SqlSession, { schema, ledger, now }: ConsentPlace, channel: ConsentChannel, questions: readonly ConsentQuestion[]): Promise<ReadonlySet<string>> {
  if (!ledger || questions.length === 0) return new Set();
  const column = (field: { readonly column: string }) => sql.id('row', field.column);
  const asked = questions.map(({ address, purpose }) => ({ address: address.trim().toLowerCase(), purpose }));
  const agreed = await session.run<{ address: string; purpose: string }>(sql`
    select asked.address, asked.purpose
    from (select distinct address, purpose from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as given(address text, purpose text)) as asked
    cross join lateral (
      select ${column(ledger.state)} as state from ${recordTable(schema, ledger.object)} as row
      where lower(btrim(${column(ledger.address)})) = asked.address and ${column(ledger.purpose)} = asked.purpose and ${column(ledger.channel)} = ${channel}
        and (row.deleted_at is null or ${column(ledger.state)} is distinct from 'given') and (${column(ledger.state)} is distinct from 'given' or ${column(ledger.at)} <= ${now})
      order by ${column(ledger.at)} desc nulls first, (${column(ledger.state)} = 'given') limit 1
    ) as newest
    where newest.state = 'given'`);
  return new Set(agreed.map(agreementKey));
}

/** Of a question, in the answer. */
export function agreementKey({ address, purpose }: ConsentQuestion): string {
  return JSON.stringify([address.trim().toLowerCase(), purpose]);
}

/** Why somebody was not written to. */
export function noConsent(purpose: string): string {
  return `There is no consent for ${purpose} by e-mail.`;
}
