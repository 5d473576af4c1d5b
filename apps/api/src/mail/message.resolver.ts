import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { say } from '@guanxi/field-types';
import { v7 as makeId } from 'uuid';
import type { Actor } from '../access/actor.js';
import { sendNotifications } from '../activity/send-notifications.js';
import { Clock } from '../config/clock.js';
import { isMailAddress } from '../config/mailbox.js';
import { isLocale } from '../config/international.js';
import { OrgDatabase } from '../database/org-database.js';
import { ApiFailure, InputFailure } from '../metadata-api/api-failure.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { JsonScalar } from '../metadata-api/scalars.js';
import { Models } from '../metadata/models.js';
import { presentMail } from './mail.resolver.js';
import { MailType, MessagePreviewType } from './mail.type.js';
import { MailSender } from './mail-sender.js';
import { MailSettings } from './mail-settings.js';
import { mailFaults, testMail } from './mail-wording.js';
import { MessagePreviews, readDraft } from './message-previews.js';
import { Outbox } from './outbox.js';
import { findRecipients, type Recipient } from './recipients.js';
import { renderPlain, type RenderedMessage } from './render/render-message.js';
import { writeMails } from './write-mails.js';

const template = { type: () => JsonScalar, description: 'A message template as it is being written; it need not be saved.' };
const recordId = { type: () => ID, nullable: true };

/** A mail that is sent at once is no worker's business, unless whoever sends it dies. */
const AT_ONCE_MILLISECONDS = 120_000;

/** Messages that are being written: looked at, and sent to try them. */
@Resolver()
@SetupOnly('automation')
export class MessageResolver {
  constructor(
    private readonly previews: MessagePreviews,
    private readonly database: OrgDatabase,
    private readonly outbox: Outbox,
    private readonly sender: MailSender,
    private readonly mailSettings: MailSettings,
    private readonly models: Models,
    private readonly clock: Clock,
  ) {}

  @Query(() => MessagePreviewType, { description: 'As somebody who reads the language would get it. Without a record each token shows its formula.' })
  async previewMessage(@CurrentActor() actor: Actor, @Args('template', template) draft: unknown, @Args('language') language: string, @Args('recordId', recordId) record?: string | null): Promise<MessagePreviewType> {
    const preview = await this.previews.make(actor, draft, { language: readLanguage(language, actor), ...(record != null && { recordId: record }) });
    return { ...preview, unresolved: [...preview.unresolved] };
  }

  @Mutation(() => MailType, { description: 'The same, sent at once; to the one who asks where no address is given.' })
  async sendTestMessage(
    @CurrentActor() actor: Actor,
    @Args('template', template) draft: unknown,
    @Args('language') asked: string,
    @Args('recordId', recordId) record?: string | null,
    @Args('to', { type: () => String, nullable: true }) to?: string | null,
  ): Promise<MailType> {
    const language = readLanguage(asked, actor);
    const preview = await this.previews.make(actor, draft, { language, ...(record != null && { recordId: record }) });
    const { subject, title } = readDraft(draft);
    return this.send(actor, { message: { ...preview, subject: preview.subject === '' ? (subject ?? '') || title : preview.subject }, language, to });
  }

  @Mutation(() => Boolean, { description: 'The text among the notifications of the one who asks, as a workflow would put it there; false where they want none of workflows.' })
  async sendTestNotification(@CurrentActor() actor: Actor, @Args('template', template) draft: unknown, @Args('language') language: string, @Args('recordId', recordId) record?: string | null): Promise<boolean> {
    const { org, userId } = actor;
    const { text } = await this.previews.make(actor, draft, { language: readLanguage(language, actor), ...(record != null && { recordId: record }) });
    const { model } = await this.models.current(org);
    const object = record == null ? undefined : model.objectByName.get(readDraft(draft).object ?? '')?.id;
    const told = { userId, kind: 'workflow' as const, text, at: this.clock.now(org), ...(object !== undefined && record != null && { object, recordId: record }) };
    return this.database.transaction(org, (tx) => sendNotifications(tx, [told])).then((shown) => shown > 0);
  }

  @Mutation(() => MailType, { description: 'A mail that says that mails can be sent; to the one who asks where no address is given.' })
  async sendTestMail(@CurrentActor() actor: Actor, @Args('to', { type: () => String, nullable: true }) to?: string | null): Promise<MailType> {
    const { org, locale } = actor;
    const recipient = await this.recipient(actor, undefined);
    const words = { org: org.name, name: recipient.name };
    const message = renderPlain(say({ ...testMail.subject, words }, locale), say({ ...testMail.body, words }, locale), { language: locale, orgName: org.name });
    return this.send(actor, { message, language: locale, to });
  }

  private async send(actor: Actor, { message, language, to }: { message: RenderedMessage; language: string; to: string | null | undefined }): Promise<MailType> {
    const { org, userId } = actor;
    const recipient = await this.recipient(actor, to);
    const key = `test:${makeId()}`;
    const at = this.clock.now(org);
    const id = await this.database.transaction(org, async (tx) => {
      await writeMails(tx, [{ key, kind: 'test', message, language, createdBy: userId, at, notBefore: new Date(at.getTime() + AT_ONCE_MILLISECONDS), to: { address: recipient.address, ...(recipient.name !== '' && { name: recipient.name }), ...(recipient.userId !== undefined && { userId: recipient.userId }) } }]);
      return this.outbox.idOf(tx, key);
    });
    const server = await this.mailSettings.server(org);
    if (server) await this.sender.sendNow(org, server, id);
    else await this.outbox.keepUnsent(org, id);
    const mail = await this.outbox.find(org, id);
    if (!mail) throw new ApiFailure('NOT_FOUND', mailFaults.noMail);
    return presentMail(mail, (await this.models.current(org)).model);
  }

  private async recipient({ org, userId }: Actor, to: string | null | undefined): Promise<Recipient> {
    const wanted = to?.trim() ?? '';
    if (wanted !== '' && !isMailAddress(wanted)) throw new InputFailure([{ path: '/to', code: 'address', said: { ...mailFaults.replyTo, words: { address: wanted } } }]);
    const key = wanted === '' ? userId : wanted;
    const found = (await findRecipients(this.database.session(org), org, [key])).get(key);
    if (!found) throw new InputFailure([{ path: '/to', code: 'address', said: { ...mailFaults.replyTo, words: { address: wanted } } }]);
    return found;
  }
}

function readLanguage(language: string, { locale }: Actor): string {
  return isLocale(language) ? language : locale;
}
