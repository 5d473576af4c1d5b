import { Injectable } from '@nestjs/common';
import { v7 as makeId } from 'uuid';
import { isMailAddress } from '../config/mailbox.js';
import type { UserRow } from '../database/entities/user-row.js';
import { MailSettings } from '../mail/mail-settings.js';
import { Orgs } from '../orgs/orgs.js';
import { AccountMails } from './account-mail.js';
import { Aside } from './aside.js';
import { credentialMail, type CredentialChange } from './credential-mail-wording.js';

export type ToldUser = Pick<UserRow, 'id' | 'orgId' | 'name' | 'email' | 'locale' | 'timeZone'>;

/** Tells people what has become of the ways into their account, beside the answer and where mails go out. */
@Injectable()
export class CredentialMails {
  constructor(
    private readonly orgs: Orgs,
    private readonly mailSettings: MailSettings,
    private readonly mails: AccountMails,
    private readonly aside: Aside,
  ) {}

  /** `address`: of the network that it was done from. */
  tell(user: ToldUser, change: CredentialChange, address: string): void {
    if (!isMailAddress(user.email)) return;
    this.aside.run('A mail about an account', async () => {
      const org = await this.orgs.byId(user.orgId);
      if ((await this.mailSettings.server(org)) === undefined) return;
      await this.mails.write(org, user, { key: `credential:${makeId()}`, kind: 'password', text: credentialMail(change), words: { address } });
    });
  }
}
