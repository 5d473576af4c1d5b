import type { Wording } from '@guanxi/field-types';
import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { OrgDatabase } from '../database/org-database.js';
import { InputFailure, type SaidProblem } from '../metadata-api/api-failure.js';
import type { Org } from '../orgs/org.js';

export interface CurrencyRate {
  /** ISO 4217. */
  readonly code: string;
  /** YYYY-MM-DD. */
  readonly startsOn: string;
  /** Units of the currency for one of the org's own, as a decimal string; null takes the entry away. */
  readonly rate: string | null;
}

/** What the org's currency was worth in others, from a day on. Amounts that convert read these rows as they are. */
@Injectable()
export class CurrencyRates {
  constructor(private readonly database: OrgDatabase) {}

  /** By currency, the latest first. */
  list(org: Org): Promise<CurrencyRate[]> {
    return this.database.session(org).run<{ code: string; startsOn: string; rate: string }>(
      sql`select code, starts_on::text as "startsOn", trim_scale(rate)::text as rate from ${tableOf(org)} order by code, starts_on desc`,
    );
  }

  /** All of them, or none and every problem. A rate for the same currency and day is replaced. */
  async set(org: Org, rates: readonly CurrencyRate[]): Promise<CurrencyRate[]> {
    const problems = rates.flatMap((rate, index) => findProblems(org, rate, index));
    if (problems.length > 0) throw new InputFailure(problems);
    await this.database.transaction(org, async (tx) => {
      for (const { code, startsOn, rate } of rates) {
        await tx.run(rate === null
          ? sql`delete from ${tableOf(org)} where code = ${code} and starts_on = ${startsOn}::date`
          : sql`insert into ${tableOf(org)} (code, starts_on, rate) values (${code}, ${startsOn}::date, ${rate}::numeric) on conflict (code, starts_on) do update set rate = excluded.rate`);
      }
    });
    return this.list(org);
  }
}

function tableOf(org: Org): RawBuilder<unknown> {
  return sql.id(org.schema, '_currency_rate');
}

const RATE = /^(?=.*[1-9])\d{1,18}(\.\d{1,18})?$/;

function findProblems(org: Org, { code, startsOn, rate }: CurrencyRate, index: number): readonly SaidProblem[] {
  const at = (key: string, said: Wording, words: Readonly<Record<string, string>>): SaidProblem => ({ path: `/rates/${index}/${key}`, code: key, said: { ...said, words } });
  return [
    ...(/^[A-Z]{3}$/.test(code) ? [] : [at('code', faults.code, { code })]),
    ...(code === org.currency ? [at('code', faults.own, { code })] : []),
    ...(Number.isNaN(Date.parse(`${startsOn}T00:00:00Z`)) ? [at('startsOn', faults.day, { day: startsOn })] : []),
    ...(rate === null || RATE.test(rate) ? [] : [at('rate', faults.rate, { rate })]),
  ];
}

const faults = {
  code: { en: '“{code}” is no currency. Codes have three capital letters, such as TWD.', 'zh-TW': '「{code}」不是貨幣代碼。代碼為三個大寫字母，例如 TWD。', 'zh-CN': '“{code}”不是货币代码。代码为三个大写字母，例如 CNY。' },
  own: { en: '{code} is the org’s own currency; it needs no rate.', 'zh-TW': '{code} 是組織本身的貨幣，不需要匯率。', 'zh-CN': '{code} 是组织自身的货币，不需要汇率。' },
  day: { en: '“{day}” is no day. Days look like 2026-11-22.', 'zh-TW': '「{day}」不是日期，格式應如 2026-11-22。', 'zh-CN': '“{day}”不是日期，格式应如 2026-11-22。' },
  rate: { en: '“{rate}” is no rate. A rate is a number above zero, such as 31.5.', 'zh-TW': '「{rate}」不是匯率。匯率須為大於零的數字，例如 31.5。', 'zh-CN': '“{rate}”不是汇率。汇率须为大于零的数字，例如 7.1。' },
} satisfies Readonly<Record<string, Wording>>;
