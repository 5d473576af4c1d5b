import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThan, Repository } from 'typeorm';
import { TotpRow } from '../../database/entities/totp-row.js';
import { ValueCipher } from '../../encryption/value-cipher.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { factorFaults } from './factor-wording.js';
import { findTotpStep, makeTotpSecret, offerTotp, type TotpOffer } from './totp-code.js';

/** Wrong codes in a row after which one has to wait, and again after as many more. */
const WRONG_BEFORE_WAITING = 5;
const LONGEST_WAIT_MINUTES = 60;

/** Codes of an authenticator app. Every process counts wrong ones in the same row, so that no restart and no change of address gives more guesses. */
@Injectable()
export class TotpFactor {
  constructor(
    @InjectRepository(TotpRow) private readonly rows: Repository<TotpRow>,
    private readonly cipher: ValueCipher,
  ) {}

  /** Since when; undefined without one. */
  async since(userId: string): Promise<Date | undefined> {
    return (await this.rows.findOneBy({ userId }))?.confirmedAt ?? undefined;
  }

  /** A new secret beside the one that counts until the first code of the new one is seen. */
  async start(userId: string, account: string, issuer: string): Promise<TotpOffer> {
    const secret = makeTotpSecret();
    await this.rows.upsert({ userId, pending: this.cipher.encrypt(secret) }, ['userId']);
    return offerTotp(secret, account, issuer);
  }

  /** Whether the code is one of the secret that was started last; then that secret counts. */
  async confirm(userId: string, code: string): Promise<boolean> {
    const row = await this.rows.findOneBy({ userId });
    const pending = row?.pending;
    const secret = pending ? this.cipher.decrypt(pending) : null;
    if (!row || !pending || secret === null) throw new ApiFailure('BAD_REQUEST', factorFaults.notStarted);
    const now = new Date();
    const step = findTotpStep(secret, code, now);
    if (step === undefined) return false;
    const { affected } = await this.rows.update({ userId, pending }, { secret: pending, pending: null, lastStep: String(step), wrong: 0, waitUntil: null, confirmedAt: now });
    return affected === 1;
  }

  /** Whether the code is right. It counts once, even when two ask at the same moment. Fails with `RATE_LIMITED` after too many wrong ones. */
  async check(userId: string, code: string): Promise<boolean> {
    const now = new Date();
    const row = await this.rows.findOneBy({ userId });
    if (!row?.secret) return false;
    if (!(await this.begin(userId, now))) throw await this.waiting(userId, now);
    const secret = this.cipher.decrypt(row.secret);
    const step = secret === null ? undefined : findTotpStep(secret, code, now);
    if (step === undefined) return false;
    const { affected } = await this.rows.update({ userId, lastStep: LessThan(String(step)) }, { lastStep: String(step), wrong: 0, waitUntil: null });
    return affected === 1;
  }

  async remove(userId: string): Promise<boolean> {
    return (await this.rows.delete({ userId })).affected === 1;
  }

  /** Counts a code before it is judged, so that guesses that come at once cannot pass each other: a minute after five, two after ten, and so on up to an hour. */
  private async begin(userId: string, now: Date): Promise<boolean> {
    const { affected } = await this.rows.createQueryBuilder().update()
      .set({ wrong: () => 'wrong + 1', waitUntil: () => WAIT })
      .where('user_id = :userId and (wait_until is null or wait_until <= :now)', { userId, now, every: WRONG_BEFORE_WAITING, most: LONGEST_WAIT_MINUTES })
      .execute();
    return affected === 1;
  }

  private async waiting(userId: string, now: Date): Promise<ApiFailure> {
    const until = (await this.rows.findOneBy({ userId }))?.waitUntil ?? now;
    const seconds = Math.max(Math.ceil((until.getTime() - now.getTime()) / 1_000), 1);
    return new ApiFailure('RATE_LIMITED', { ...factorFaults.waiting, words: { minutes: String(Math.ceil(seconds / 60)) } }, { retryAfter: seconds });
  }
}

const WAIT = `case when (wrong + 1) % :every::integer = 0 then :now::timestamptz + least(power(2, least((wrong + 1) / :every::integer - 1, 10)), :most::integer) * interval '1 minute' end`;
