import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { say } from '@guanxi/field-types';
import type { Model } from '@guanxi/metadata';
import { validate as isId } from 'uuid';
import type { Actor } from '../access/actor.js';
import { Settings } from '../config/settings.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { Queues } from '../queue/queues.js';
import type { Mail, MailStatus } from './mail.js';
import { MailAttemptType, MailCountsType, MailFilterInput, MailServerTestType, MailSettingsInput, MailSettingsType, MailType } from './mail.type.js';
import { MailSettings, type OwnMailSettings } from './mail-settings.js';
import { mailFaults, testResults } from './mail-wording.js';
import { Outbox } from './outbox.js';
import { testServer } from './test-server.js';

const id = { type: () => ID };
const MOST = 100;
const statuses: readonly MailStatus[] = ['waiting', 'sent', 'parked', 'unsent'];

/** How mails go out, and those that did. */
@Resolver(() => MailType)
@SetupOnly('connections')
export class MailResolver {
  constructor(
    private readonly outbox: Outbox,
    private readonly mailSettings: MailSettings,
    private readonly models: Models,
    private readonly queues: Queues,
    private readonly settings: Settings,
  ) {}

  @Query(() => MailSettingsType, { name: 'mailSettings' })
  async readMailSettings(@CurrentActor() { org }: Actor): Promise<MailSettingsType> {
    return this.present(org, await this.mailSettings.own(org));
  }

  @Query(() => [MailType], { description: 'Newest first; kept for 90 days.' })
  async mails(
    @CurrentActor() { org }: Actor,
    @Args('filter', { type: () => MailFilterInput, nullable: true }) filter?: MailFilterInput | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first?: number,
    @Args('after', { ...id, nullable: true, description: 'Id of the last one that is known.' }) after?: string | null,
  ): Promise<MailType[]> {
    const wanted = statuses.filter((status) => filter?.statuses?.includes(status));
    const [recordId, last] = [filter?.recordId, after].map((one) => (one != null && isId(one) ? one : undefined));
    const wish = { first: Math.min(Math.max(first ?? 50, 1), MOST), statuses: wanted, ...(filter?.search && { search: filter.search }), ...(recordId !== undefined && { recordId }), ...(last !== undefined && { after: last }) };
    const { model } = await this.models.current(org);
    return (await this.outbox.list(org, wish)).map((mail) => presentMail(mail, model));
  }

  @Query(() => MailType, { nullable: true })
  async mail(@CurrentActor() { org }: Actor, @Args('id', id) mailId: string): Promise<MailType | null> {
    const mail = isId(mailId) ? await this.outbox.find(org, mailId) : undefined;
    return mail ? presentMail(mail, (await this.models.current(org)).model) : null;
  }

  @Query(() => MailCountsType)
  async mailCounts(@CurrentActor() { org }: Actor): Promise<MailCountsType> {
    return this.outbox.countByStatus(org);
  }

  @ResolveField(() => [MailAttemptType], { description: 'Newest first.' })
  async log(@CurrentActor() { org }: Actor, @Parent() mail: MailType): Promise<MailAttemptType[]> {
    return [...(await this.outbox.attemptsOf(org, mail.id))];
  }

  @Mutation(() => MailSettingsType)
  async saveMailSettings(@CurrentActor() actor: Actor, @Args('input') input: MailSettingsInput): Promise<MailSettingsType> {
    return this.present(actor.org, await this.mailSettings.save(actor, input));
  }

  @Mutation(() => MailServerTestType, { description: 'Connects and signs in with these settings, saved or not; sends nothing.' })
  async testMailServer(@CurrentActor() { org, locale }: Actor, @Args('input') input: MailSettingsInput): Promise<MailServerTestType> {
    const { ok, failure, transcript, milliseconds } = await testServer(await this.mailSettings.wouldBe(org, input), this.settings.webhookAllow);
    const message = ok ? say(testResults.works, locale) : say({ ...testResults.fails, words: { fault: failure } }, locale);
    return { ok, message, transcript: [...transcript], milliseconds };
  }

  @Mutation(() => MailType, { description: 'Puts a mail that was not sent into the line again.' })
  async retryMail(@CurrentActor() { org }: Actor, @Args('id', id) mailId: string): Promise<MailType> {
    const found = isId(mailId) ? await this.outbox.retry(org, [mailId]) : 0;
    if (found > 0) this.queues.wake('mail', org);
    const mail = isId(mailId) ? await this.outbox.find(org, mailId) : undefined;
    if (!mail) throw new ApiFailure('NOT_FOUND', mailFaults.noMail);
    return presentMail(mail, (await this.models.current(org)).model);
  }

  @Mutation(() => Int, { description: 'The same for every mail that was given up, or for which there was no server. Answers how many.' })
  async retryMails(@CurrentActor() { org }: Actor): Promise<number> {
    const count = await this.outbox.retry(org, 'all');
    if (count > 0) this.queues.wake('mail', org);
    return count;
  }

  private async present(org: Org, own: OwnMailSettings): Promise<MailSettingsType> {
    const server = await this.mailSettings.server(org).catch(() => undefined);
    const { password, ...rest } = own;
    return {
      ...rest,
      hasPassword: password !== null,
      hasInstallationServer: this.mailSettings.hasInstallationServer,
      server: server === undefined ? 'NONE' : server.guarded ? 'ORG' : 'INSTALLATION',
      sender: server ? `${server.from.name ?? ''} <${server.from.address}>`.trim() : null,
      limitPerMinute: server?.perMinute ?? this.settings.mailRate,
    };
  }
}

export function presentMail(mail: Mail, model: Model): MailType {
  return {
    ...mail,
    object: mail.object === null ? null : (model.objectById.get(mail.object)?.name ?? null),
    template: mail.template === null ? null : (model.messageTemplates.find(({ guanxi }) => guanxi.id === mail.template)?.name ?? null),
  };
}
