import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThan, MoreThan, Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Trail } from '../audit/trail.js';
import { SignInRow, type SignInOutcome } from '../database/entities/sign-in-row.js';
import { UserRow } from '../database/entities/user-row.js';
import type { SignInPlace } from './sign-in-place.js';

export interface NotedSignIn {
  readonly userId: string;
  readonly outcome: SignInOutcome;
  readonly method: string;
  readonly factor?: string;
  readonly place: SignInPlace;
}

const KEPT_MILLISECONDS = 90 * 86_400_000;
const MOST_AT_ONCE = 200;

/** Who came in when and from where, and who tried to; kept for 90 days. */
@Injectable()
export class SignIns {
  constructor(
    @InjectRepository(SignInRow) private readonly rows: Repository<SignInRow>,
    @InjectRepository(UserRow) private readonly users: Repository<UserRow>,
    private readonly trail: Trail,
  ) {}

  async note({ userId, outcome, method, factor, place: { address, userAgent } }: NotedSignIn): Promise<void> {
    await this.rows.insert({ id: uuidv7(), userId, at: new Date(), outcome, method, factor: factor ?? null, address, userAgent });
    const user = await this.users.findOne({ where: { id: userId }, select: { orgId: true, name: true } });
    await this.trail.note({
      orgId: user?.orgId ?? null, actorId: outcome === 'signedIn' ? userId : null, kind: outcome === 'signedIn' ? 'signedIn' : 'signInFailed',
      subject: { kind: 'user', id: userId, ...(user && { name: user.name }) }, address, ...(userAgent !== null && { userAgent }),
      detail: { method, ...(factor !== undefined && { factor }), ...(outcome !== 'signedIn' && { outcome }) },
    });
  }

  /** Newest first. */
  list(userId: string, first: number): Promise<readonly SignInRow[]> {
    return this.rows.find({ where: { userId, at: MoreThan(oldest()) }, order: { at: 'desc', id: 'desc' }, take: Math.min(Math.max(first, 1), MOST_AT_ONCE) });
  }

  async forgetOld(): Promise<void> {
    await this.rows.delete({ at: LessThan(oldest()) });
  }
}

function oldest(): Date {
  return new Date(Date.now() - KEPT_MILLISECONDS);
}
