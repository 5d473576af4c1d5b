import { Injectable } from '@nestjs/common';
import { Passkeys } from './passkeys.js';
import { RecoveryCodes } from './recovery-codes.js';
import { TotpFactor } from './totp-factor.js';

/** An app that shows codes, a key of a device, codes on paper. */
export type FactorKind = 'totp' | 'passkey' | 'recovery';

/** What somebody has beside their password. */
@Injectable()
export class Factors {
  constructor(
    private readonly totp: TotpFactor,
    private readonly passkeys: Passkeys,
    private readonly recoveryCodes: RecoveryCodes,
  ) {}

  /** By which a sign-in can be finished; none for who signs in with a password alone. Recovery codes alone are no factor. */
  async of(userId: string): Promise<readonly FactorKind[]> {
    const [since, passkeys, left] = await Promise.all([this.totp.since(userId), this.passkeys.count(userId), this.recoveryCodes.left(userId)]);
    const kinds: FactorKind[] = [...(since ? ['totp' as const] : []), ...(passkeys > 0 ? ['passkey' as const] : [])];
    return kinds.length > 0 && left > 0 ? [...kinds, 'recovery'] : kinds;
  }

  /** After the first factor: codes for the day when it is gone. Null when there are some. */
  async makeFirstCodes(userId: string): Promise<string[] | null> {
    return (await this.recoveryCodes.left(userId)) > 0 ? null : this.recoveryCodes.make(userId);
  }

  /** Codes that stand in for nothing go. */
  async dropIdleCodes(userId: string): Promise<void> {
    if ((await this.of(userId)).length === 0) await this.recoveryCodes.removeAll(userId);
  }

  /** Whether there was anything to remove. */
  async removeAll(userId: string): Promise<boolean> {
    const had = (await this.of(userId)).length > 0;
    await this.totp.remove(userId);
    await this.passkeys.removeAll(userId);
    await this.recoveryCodes.removeAll(userId);
    return had;
  }
}
