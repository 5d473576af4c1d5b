import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../access/actor.js';
import type { IdentityProviderRow } from '../../database/entities/identity-provider-row.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import type { RequestContext } from '../../metadata-api/request-context.js';
import { SetupOnly } from '../../metadata-api/setup-only.js';
import { IdentityProviders } from './identity-providers.js';
import { CALLBACK_PATH } from './oidc-sign-in.js';
import { IdentityProviderInput, IdentityProviderType, ProviderTestType } from './provider.type.js';

const id = { type: () => ID };

@Resolver(() => IdentityProviderType)
@SetupOnly('security')
export class ProvidersResolver {
  constructor(private readonly providers: IdentityProviders) {}

  @Query(() => [IdentityProviderType])
  async identityProviders(@CurrentActor() { org }: Actor): Promise<IdentityProviderType[]> {
    const rows = await this.providers.list(org);
    const people = await this.providers.countPeople(rows.map((row) => row.id));
    return rows.map((row) => present(row, people.get(row.id) ?? 0));
  }

  @Query(() => String, { description: 'Where providers send people back to: to be registered there.' })
  redirectAddress(@Context() { request }: RequestContext): string {
    return new URL(CALLBACK_PATH, `${request.protocol}://${request.host}`).href;
  }

  @Mutation(() => IdentityProviderType, { description: 'Makes one without an id. Only for admins: a provider can let anybody in as anybody of its domains.' })
  async saveIdentityProvider(@CurrentActor() actor: Actor, @Args('input') input: IdentityProviderInput, @Args('id', { ...id, nullable: true }) providerId?: string | null): Promise<IdentityProviderType> {
    const row = await this.providers.save(actor, providerId ?? null, { ...input, groupClaim: input.groupClaim ?? null });
    return present(row, (await this.providers.countPeople([row.id])).get(row.id) ?? 0);
  }

  @Mutation(() => Boolean)
  async removeIdentityProvider(@CurrentActor() actor: Actor, @Args('id', id) providerId: string): Promise<boolean> {
    await this.providers.remove(actor, providerId);
    return true;
  }

  @Mutation(() => ProviderTestType, { description: 'Asks the provider what it says about itself; nothing is kept.' })
  testIdentityProvider(@CurrentActor() actor: Actor, @Args('issuer') issuer: string): Promise<ProviderTestType> {
    return this.providers.test(actor, issuer);
  }
}

function present({ clientSecret, ...row }: IdentityProviderRow, people: number): IdentityProviderType {
  return { ...row, hasSecret: clientSecret !== null, people };
}
