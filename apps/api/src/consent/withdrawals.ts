import { Injectable } from '@nestjs/common';
import { findConsentLedger, purposeLabel, type ConsentLedger } from '@guanxi/metadata';
import { sql } from 'kysely';
import { validate as isId } from 'uuid';
import { Actors } from '../access/actors.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { ValueCipher } from '../encryption/value-cipher.js';
import { PageAddress } from '../identity/page-address.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { Orgs } from '../orgs/orgs.js';
import { RecordWriter } from '../records/record-writer.js';
import { agreementKey, findAgreed, type ConsentQuestion } from './agreed.js';

/** Told apart from everything else that is sealed with the same keys. */
const USE = 'withdraw-consent';

/** Of whose consent a link tells. */
export interface Withdrawal {
  readonly org: Org;
  readonly address: string;
  readonly purpose: string;
}

/** People withdraw what they agreed to by the link of a mail, without signing in: the link itself is the proof, and names nobody. */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly orgs: Orgs,
    private readonly models: Models,
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
    private readonly cipher: ValueCipher,
    private readonly page: PageAddress,
    private readonly actors: Actors,
    private readonly writer: RecordWriter,
  ) {}

  /** Where whoever gets a mail can say that they want no more of the kind. */
  addressFor(org: Org, { address, purpose }: ConsentQuestion): string {
    const token = this.cipher.encrypt(JSON.stringify([USE, org.id, address, purpose]));
    return `${this.page.forStrangers()}/unsubscribe/${token}`;
  }

  /** Undefined for a token that we did not make, or whose org is gone. */
  async read(token: string): Promise<Withdrawal | undefined> {
    const parts = readParts(this.cipher.decryptForeign(token));
    if (!parts || !isId(parts.orgId)) return undefined;
    try {
      return { org: await this.orgs.byId(parts.orgId), address: parts.address, purpose: parts.purpose };
    } catch {
      return undefined;
    }
  }

  async isAgreed(org: Org, question: ConsentQuestion): Promise<boolean> {
    return (await this.agreed(org, await this.ledger(org), [question])).has(agreementKey(question));
  }

  /** As people call it, in a language of theirs. */
  async nameOf(org: Org, purpose: string, language: string): Promise<string> {
    const ledger = await this.ledger(org);
    return ledger ? purposeLabel(ledger, purpose, language) : purpose;
  }

  /** Writes a row for the purpose, or for every one that the address still agrees to. What is withdrawn already is left as it is. */
  async withdraw({ org, address, purpose }: Withdrawal, which: 'one' | 'all'): Promise<void> {
    const ledger = await this.ledger(org);
    if (!ledger) return;
    const questions = [...new Set(which === 'all' ? [...ledger.purposes, purpose] : [purpose])].map((one) => ({ address, purpose: one }));
    const agreed = await this.agreed(org, ledger, questions);
    const rows = questions.filter((question) => agreed.has(agreementKey(question))).map((question) => ({
      [ledger.address.name]: address, [ledger.purpose.name]: question.purpose, [ledger.channel.name]: 'email', [ledger.state.name]: 'withdrawn', [ledger.at.name]: this.clock.now(org).toISOString(),
    }));
    if (rows.length === 0) return;
    const actor = await this.actors.forSystem(org, 'api');
    const written = await this.database.transaction(org, (tx) => this.writer.create(tx, actor, ledger.object.name, rows));
    if ('problems' in written) throw new Error(`Consent of an address could not be withdrawn: ${JSON.stringify(written.problems.map(({ path, code }) => ({ path, code })))}`);
  }

  private async ledger(org: Org): Promise<ConsentLedger | undefined> {
    return findConsentLedger((await this.models.current(org)).model);
  }

  private agreed(org: Org, ledger: ConsentLedger | undefined, questions: readonly ConsentQuestion[]): Promise<ReadonlySet<string>> {
    return findAgreed(this.database.session(org), { schema: org.schema, ledger, now: sql`${this.clock.now(org)}::timestamptz` }, 'email', questions);
  }
}

function readParts(text: string | null): { readonly orgId: string; readonly address: string; readonly purpose: string } | undefined {
  if (text === null) return undefined;
  try {
    const parts = JSON.parse(text) as unknown;
    if (!Array.isArray(parts) || parts.length !== 4 || parts[0] !== USE) return undefined;
    const [, orgId, address, purpose] = parts as unknown[];
    return typeof orgId === 'string' && typeof address === 'string' && typeof purpose === 'string' ? { orgId, address, purpose } : undefined;
  } catch {
    return undefined;
  }
}
