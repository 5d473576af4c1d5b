import { say, type Wording } from '@guanxi/field-types';
import { Injectable } from '@nestjs/common';
import type { UserRow } from '../database/entities/user-row.js';
import { OrgDatabase } from '../database/org-database.js';
import type { MailKind } from '../mail/mail.js';
import { renderMessage } from '../mail/render/render-message.js';
import { writeMails } from '../mail/write-mails.js';
import type { Org } from '../orgs/org.js';
import { plainName } from './plain-name.js';

export interface AccountMail {
  /** The same key writes no second mail. */
  readonly key: string;
  readonly kind: Extract<MailKind, 'invitation' | 'password'>;
  readonly text: { readonly subject: Wording; readonly body: Wording };
  readonly words: Readonly<Record<string, string>>;
  /** Said in the person's language and time zone, as `until`. */
  readonly until?: Date;
  readonly createdBy?: string;
}

/** Writes to people about their accounts, in their language. */
@Injectable()
export class AccountMails {
  constructor(private readonly database: OrgDatabase) {}

  /** Whether there was none under this key yet. */
  async write(org: Org, user: Pick<UserRow, 'id' | 'name' | 'email' | 'locale' | 'timeZone'>, { key, kind, text, words, until, createdBy }: AccountMail): Promise<boolean> {
    const language = user.locale ?? org.locale;
    const timeZone = user.timeZone ?? org.timeZone;
    const said: Readonly<Record<string, string>> = { ...words, org: org.name, email: user.email, ...(until && { until: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(until) }) };
    const template = { kind: 'message-template', name: 'account', title: 'Account', channel: 'email', object: 'User', guanxi: { id: 'account' }, subject: say(text.subject, language), body: say(text.body, language) } as const;
    const message = renderMessage(template, new Map(), new Map(), { language, timeZone, currency: org.currency, orgName: org.name }, (word) => said[word.trim()] ?? '');
    const name = plainName(user.name);
    const written = await this.database.transaction(org, (tx) => writeMails(tx, [{ key, kind, message, language, to: { userId: user.id, name, address: user.email }, at: new Date(), ...(createdBy !== undefined && { createdBy }) }]));
    return written.size > 0;
  }
}
