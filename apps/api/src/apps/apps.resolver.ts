import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { JsonScalar } from '../metadata-api/scalars.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import type { CountedPlan } from '../metadata/publish/draft-plans.js';
import { PlanType, PublishResultType } from '../metadata/types/plan.type.js';
import { AppReviewType, InstalledAppType, PackedAppType, presentApp, presentReview, ShippedAppType } from './app.type.js';
import { Apps, type Choices } from './apps.js';

@Resolver(() => InstalledAppType)
@SetupOnly('organisation')
export class AppsResolver {
  constructor(private readonly apps: Apps) {}

  @Query(() => [InstalledAppType], { name: 'apps', description: 'The apps of the org, installed or made here.' })
  async list(@CurrentActor() { org }: Actor): Promise<InstalledAppType[]> {
    return (await this.apps.list(org)).map(presentApp);
  }

  @Query(() => [ShippedAppType], { description: 'The apps that come with the product, installed or not.' })
  async shippedApps(@CurrentActor() { org }: Actor): Promise<ShippedAppType[]> {
    return (await this.apps.shipped(org)).map(({ bundle, present }) => ({ document: bundle.app, documents: bundle.documents.length, ...(present !== undefined && { present }) }));
  }

  @Query(() => JsonScalar, { nullable: true, description: 'An app that comes with the product as one file: what `installApp` takes.' })
  async shippedApp(@CurrentActor() { org }: Actor, @Args('name') name: string): Promise<unknown> {
    return (await this.apps.shipped(org)).find(({ bundle }) => bundle.app.name === name)?.bundle ?? null;
  }

  @Query(() => AppReviewType, { description: 'What installing or upgrading to this bundle would do. `choices` decides conflicts by their paths: `mine` or `theirs`.' })
  async appReview(
    @CurrentActor() actor: Actor,
    @Args('bundle', { type: () => JsonScalar }) bundle: unknown,
    @Args('choices', { type: () => JsonScalar, nullable: true }) choices?: Choices | null,
  ): Promise<AppReviewType> {
    return presentReview(await this.apps.review(actor, bundle, choices ?? {}));
  }

  @Query(() => PlanType, { description: 'What removing an app would do.' })
  appRemovalPlan(@CurrentActor() actor: Actor, @Args('name') name: string, @Args('keepRecords', { defaultValue: true }) keepRecords: boolean): Promise<CountedPlan> {
    return this.apps.reviewRemoval(actor, name, keepRecords);
  }

  @Query(() => PackedAppType, { description: 'An app of the org as a bundle, with what it cannot be without.' })
  exportApp(@CurrentActor() { org }: Actor, @Args('name') name: string): Promise<PackedAppType> {
    return this.apps.pack(org, name);
  }

  @Mutation(() => PublishResultType, { description: 'Installs or upgrades an app: published as one revision, or not at all.' })
  installApp(
    @CurrentActor() actor: Actor,
    @Args('bundle', { type: () => JsonScalar }) bundle: unknown,
    @Args('choices', { type: () => JsonScalar, nullable: true }) choices?: Choices | null,
    @Args('consents', { type: () => [String], defaultValue: [] }) consents: string[] = [],
  ): Promise<PublishResultType> {
    return this.apps.install(actor, bundle, choices ?? {}, consents);
  }

  @Mutation(() => PublishResultType, { description: 'Removes an app. With `keepRecords` its objects stay, and with them what people have entered.' })
  removeApp(
    @CurrentActor() actor: Actor,
    @Args('name') name: string,
    @Args('keepRecords', { defaultValue: true }) keepRecords: boolean,
    @Args('consents', { type: () => [String], defaultValue: [] }) consents: string[],
  ): Promise<PublishResultType> {
    return this.apps.remove(actor, name, keepRecords, consents);
  }
}
