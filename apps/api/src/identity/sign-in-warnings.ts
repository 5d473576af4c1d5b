import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Trail } from '../audit/trail.js';
import { UserRow } from '../database/entities/user-row.js';
import { Orgs } from '../orgs/orgs.js';
import { AccountMails } from './account-mail.js';
import { accountMails } from './account-wording.js';

/** From so many failures of strangers on, the owner of an account is told. */
const WORTH_TELLING = 20;

/** Tells people that somebody guesses at their password: once a day. */
@Injectable()
export class SignInWarnings {
  constructor(
    @InjectRepository(UserRow) private readonly users: Repository<UserRow>,
    private readonly orgs: Orgs,
    private readonly mails: AccountMails,
    private readonly trail: Trail,
  ) {}

  async consider(userId: string, failures: number): Promise<void> {
    if (failures < WORTH_TELLING) return;
    const user = await this.users.findOneByOrFail({ id: userId });
    const isNew = await this.mails.write(await this.orgs.byId(user.orgId), user, {
      key: `failures:${userId}:${new Date().toISOString().slice(0, 10)}`, kind: 'password', text: accountMails.failures, words: { count: String(failures) },
    });
    if (isNew) await this.trail.note({ orgId: user.orgId, actorId: null, kind: 'signInLocked', subject: { kind: 'user', id: userId, name: user.name }, detail: { failures } });
  }
}
