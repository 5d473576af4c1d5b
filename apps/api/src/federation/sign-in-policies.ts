import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { OrgRow } from '../database/entities/org-row.js';
import { SignInPolicyRow } from '../database/entities/sign-in-policy-row.js';
import { KeptFresh } from '../database/kept-fresh.js';

/** How people of an org may come in and for how long. */
export interface SignInPolicy {
  /** How long a session lasts at most. */
  readonly sessionHours: number;
  /** A session that nobody used for this long is over. */
  readonly idleMinutes: number;
  readonly factorRequired: 'nobody' | 'admins' | 'everybody';
  /** Until then people are reminded and nobody is held up; null: it holds. An org that has never said who needs one has such a time. */
  readonly factorFrom: Date | null;
  /** When false, people come in by their identity provider, or with a passkey. */
  readonly passwordAllowed: boolean;
  /** The admin whose password works all the same, for the day on which the provider does not. */
  readonly emergencyUserId: string | null;
  readonly shortestPassword: number;
  /** Networks (CIDR) that requests may come from; none: from anywhere. */
  readonly addresses: readonly string[];
  /** How many days an API key may live; null: for ever. */
  readonly apiKeyDays: number | null;
}

/** What holds for an org that has said nothing: the times are those of OWASP ASVS 3.3.2 for level 2. */
export const DEFAULT_POLICY: SignInPolicy = Object.freeze({
  sessionHours: 12,
  idleMinutes: 30,
  // ASVS 4.3.1.
  factorRequired: 'admins',
  factorFrom: null,
  passwordAllowed: true,
  emergencyUserId: null,
  shortestPassword: 12,
  addresses: Object.freeze([]),
  apiKeyDays: null,
});

/** Days after an org was made in which its admins may come in without a second factor. */
export const FACTOR_GRACE_DAYS = 14;

const DAY = 86_400_000;
const BELIEVED_MILLISECONDS = 2_000;

/** The sign-in policy of each org, as of a moment ago; a sandbox has that of the org it was made of. */
@Injectable()
export class SignInPolicies {
  private readonly policies = new KeptFresh<SignInPolicy>(5_000, BELIEVED_MILLISECONDS);

  constructor(
    @InjectRepository(SignInPolicyRow) private readonly rows: Repository<SignInPolicyRow>,
    @InjectRepository(OrgRow) private readonly orgs: Repository<OrgRow>,
  ) {}

  async of(orgId: string): Promise<SignInPolicy> {
    return this.known(orgId);
  }

  /** At once where it is known: it is asked for with every request. */
  known(orgId: string): SignInPolicy | Promise<SignInPolicy> {
    return this.policies.find(orgId, async () => {
      const org = await this.orgs.findOneBy({ id: orgId });
      const row = await this.rows.findOneBy({ orgId: org?.sandboxOf ?? orgId });
      if (row) return readPolicy(row);
      return org ? { ...DEFAULT_POLICY, factorFrom: new Date(org.createdAt.getTime() + FACTOR_GRACE_DAYS * DAY) } : DEFAULT_POLICY;
    });
  }

  async save(orgId: string, policy: SignInPolicy): Promise<void> {
    await this.rows.upsert({ orgId, ...policy, addresses: [...policy.addresses], changedAt: new Date() }, ['orgId']);
    this.forget();
  }

  /** What is known is read again. */
  forget(): void {
    this.policies.forget();
  }
}

function readPolicy({ sessionHours, idleMinutes, factorRequired, factorFrom, passwordAllowed, emergencyUserId, shortestPassword, addresses, apiKeyDays }: SignInPolicyRow): SignInPolicy {
  return Object.freeze({ sessionHours, idleMinutes, factorRequired, factorFrom, passwordAllowed, emergencyUserId, shortestPassword, addresses, apiKeyDays });
}
