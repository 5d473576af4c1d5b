import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { say } from '@guanxi/field-types';
import type { Model } from '@guanxi/metadata';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { Models } from '../metadata/models.js';
import { DeliveryLog, type Delivery } from './delivery-log.js';
import { WebhookDeliveryType, WebhookInput, WebhookType, WebhookWithSecretType } from './webhook.type.js';
import { WebhookStore } from './webhook-store.js';
import { pauses } from './webhook-wording.js';
import type { PauseReason, Webhook } from './webhook.js';
import { Webhooks } from './webhooks.js';

const id = { type: () => ID };
const MOST_DELIVERIES = 100;

@Resolver(() => WebhookType)
@SetupOnly('connections')
export class WebhooksResolver {
  constructor(
    private readonly service: Webhooks,
    private readonly store: WebhookStore,
    private readonly log: DeliveryLog,
    private readonly models: Models,
  ) {}

  @Query(() => [WebhookType])
  async webhooks(@CurrentActor() actor: Actor): Promise<WebhookType[]> {
    return this.present(actor, await this.store.list(actor.org));
  }

  @Query(() => [WebhookDeliveryType], { description: 'Newest first; kept for 30 days.' })
  async webhookDeliveries(
    @CurrentActor() actor: Actor,
    @Args('webhookId', id) webhookId: string,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { ...id, nullable: true, description: 'Id of the last one that is known.' }) after?: string | null,
    @Args('failedOnly', { type: () => Boolean, defaultValue: false }) failedOnly?: boolean,
  ): Promise<WebhookDeliveryType[]> {
    const { model } = await this.models.current(actor.org);
    const wish = { first: Math.min(Math.max(first, 1), MOST_DELIVERIES), ...(after != null && { after }), ...(failedOnly && { failedOnly }) };
    return (await this.log.list(actor.org, webhookId, wish)).map((delivery) => presentDelivery(delivery, model));
  }

  @Mutation(() => WebhookWithSecretType)
  async createWebhook(@CurrentActor() actor: Actor, @Args('input') input: WebhookInput): Promise<WebhookWithSecretType> {
    return this.withSecret(actor, await this.service.create(actor, input));
  }

  @Mutation(() => WebhookType)
  async updateWebhook(@CurrentActor() actor: Actor, @Args('id', id) webhookId: string, @Args('input') input: WebhookInput): Promise<WebhookType> {
    return this.presentOne(actor, await this.service.update(actor, webhookId, input));
  }

  @Mutation(() => WebhookType)
  async setWebhookActive(@CurrentActor() actor: Actor, @Args('id', id) webhookId: string, @Args('active') active: boolean): Promise<WebhookType> {
    return this.presentOne(actor, await this.service.setActive(actor.org, webhookId, active));
  }

  @Mutation(() => WebhookWithSecretType, { description: 'For a day messages are signed with the secret before as well.' })
  async rotateWebhookSecret(@CurrentActor() actor: Actor, @Args('id', id) webhookId: string): Promise<WebhookWithSecretType> {
    return this.withSecret(actor, await this.service.rotateSecret(actor.org, webhookId));
  }

  @Mutation(() => Boolean)
  async deleteWebhook(@CurrentActor() { org }: Actor, @Args('id', id) webhookId: string): Promise<boolean> {
    await this.service.delete(org, webhookId);
    return true;
  }

  @Mutation(() => WebhookDeliveryType, { description: 'Sends a message of the type "test" at once.' })
  async sendTestWebhook(@CurrentActor() { org }: Actor, @Args('id', id) webhookId: string): Promise<WebhookDeliveryType> {
    return presentDelivery(await this.service.sendTest(org, webhookId), (await this.models.current(org)).model);
  }

  @Mutation(() => WebhookDeliveryType, { description: 'Sends the same message again at once, under the same id.' })
  async replayWebhookDelivery(@CurrentActor() { org }: Actor, @Args('id', id) deliveryId: string): Promise<WebhookDeliveryType> {
    return presentDelivery(await this.service.replay(org, deliveryId), (await this.models.current(org)).model);
  }

  @Mutation(() => WebhookType, { description: 'Sends everything since then again, in order.' })
  async replayWebhook(@CurrentActor() actor: Actor, @Args('id', id) webhookId: string, @Args('since', { type: () => Date }) since: Date): Promise<WebhookType> {
    return this.presentOne(actor, await this.service.replaySince(actor.org, webhookId, since));
  }

  private async withSecret(actor: Actor, { webhook, secret }: { webhook: Webhook; secret: string }): Promise<WebhookWithSecretType> {
    return { secret, webhook: await this.presentOne(actor, webhook) };
  }

  private async presentOne(actor: Actor, webhook: Webhook): Promise<WebhookType> {
    const [presented] = await this.present(actor, [webhook]);
    return presented as WebhookType;
  }

  private async present({ org, locale }: Actor, webhooks: readonly Webhook[]): Promise<WebhookType[]> {
    const { model } = await this.models.current(org);
    const sums = await this.log.sumUp(org);
    return webhooks.map(({ headers, secrets: _secrets, cursor: _cursor, subjects, pausedBecause, ...webhook }) => ({
      ...webhook,
      subjects: subjects.map(({ object, where, fields }) => ({ object: model.objectById.get(object)?.name ?? object, where: where ?? null, fields: fields ?? null })),
      headerNames: Object.keys(headers),
      pausedBecause: pausedBecause === null ? null : sayPause(JSON.parse(pausedBecause) as PauseReason, locale),
      lastDeliveryAt: sums.get(webhook.id)?.lastAt ?? null,
      delivered: sums.get(webhook.id)?.delivered ?? 0,
      failed: sums.get(webhook.id)?.failed ?? 0,
    }));
  }
}

function sayPause({ code, fault = '' }: PauseReason, locale: string): string {
  return say({ ...pauses[code], words: { fault } }, locale);
}

function presentDelivery({ webhookId: _webhook, object, ...delivery }: Delivery, model: Model): WebhookDeliveryType {
  return { ...delivery, object: object === null ? null : (model.objectById.get(object)?.name ?? object) };
}
