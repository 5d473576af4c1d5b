import { Injectable } from '@nestjs/common';
import { ADMIN_PERMISSION } from '../../access/admin-permission.js';
import type { UserRow } from '../../database/entities/user-row.js';
import { SignInPolicies } from '../../federation/sign-in-policies.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import type { FactorsType } from './factor.type.js';
import { factorFaults } from './factor-wording.js';
import { Passkeys } from './passkeys.js';
import { RecoveryCodes } from './recovery-codes.js';
import { TotpFactor } from './totp-factor.js';

/** What somebody has, and what their org asks for. */
@Injectable()
export class FactorsView {
  constructor(
    private readonly policies: SignInPolicies,
    private readonly totp: TotpFactor,
    private readonly passkeys: Passkeys,
    private readonly recoveryCodes: RecoveryCodes,
  ) {}

  async of(user: UserRow): Promise<FactorsType> {
    const [since, passkeys, recoveryCodesLeft, from] = await Promise.all([this.totp.since(user.id), this.passkeys.list(user.id), this.recoveryCodes.left(user.id), this.requiredFrom(user)]);
    return { totpSince: since ?? null, passkeys, recoveryCodesLeft, required: isOver(from), requiredFrom: from && !isOver(from) ? from : null };
  }

  /** Whoever has to have a factor keeps one. */
  async refuseLosingLast(user: UserRow, kind: 'totp' | 'passkey'): Promise<void> {
    const { totpSince, passkeys, required } = await this.of(user);
    const left = (totpSince && kind !== 'totp' ? 1 : 0) + passkeys.length - (kind === 'passkey' ? 1 : 0);
    if (required && left <= 0) throw new ApiFailure('BAD_REQUEST', factorFaults.required);
  }

  async isRequired(user: Pick<UserRow, 'orgId' | 'permissionSets'>): Promise<boolean> {
    return isOver(await this.requiredFrom(user));
  }

  /** Undefined: never. */
  private async requiredFrom({ orgId, permissionSets }: Pick<UserRow, 'orgId' | 'permissionSets'>): Promise<Date | undefined> {
    const { factorRequired, factorFrom } = await this.policies.of(orgId);
    const isMeant = factorRequired === 'everybody' || (factorRequired === 'admins' && permissionSets.includes(ADMIN_PERMISSION));
    return isMeant ? (factorFrom ?? new Date(0)) : undefined;
  }
}

function isOver(from: Date | undefined): boolean {
  return from !== undefined && from.getTime() <= Date.now();
}
