import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../access/actor.js';
import { Trail } from '../../audit/trail.js';
import type { TrailKind } from '../../audit/trail-kinds.js';
import type { OauthClientRow } from '../../database/entities/oauth-client-row.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import type { RequestContext } from '../../metadata-api/request-context.js';
import { SetupOnly } from '../../metadata-api/setup-only.js';
import { accountFaults } from '../identity-wording.js';
import { OauthClientInput, OauthClientSecretType, OauthClientType } from './oauth-client.type.js';
import { ServiceClients } from './service-clients.js';

const id = { type: () => ID };

/** Programs that come in their own name. */
@Resolver(() => OauthClientType)
@SetupOnly('connections')
export class OauthClientsResolver {
  constructor(
    private readonly clients: ServiceClients,
    private readonly trail: Trail,
  ) {}

  @Query(() => [OauthClientType])
  oauthClients(@CurrentActor() { org }: Actor): Promise<OauthClientType[]> {
    return this.clients.list(org);
  }

  @Mutation(() => OauthClientSecretType, { description: 'The secret is told in this answer and never again.' })
  async createOauthClient(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') input: OauthClientInput): Promise<OauthClientSecretType> {
    refuseLimited(actor);
    const { name, permissionSets, role, teams, expiresAt, publicKeys } = input;
    const made = await this.clients.create(actor, { name, permissionSets, role: role ?? null, teams: teams ?? [], publicKeys, ...(expiresAt && { expiresAt }) });
    await this.note(actor, context, 'clientMade', made.client);
    return made;
  }

  @Mutation(() => OauthClientType, { description: 'Puts a client somewhere in the org, as people are: for those who place people, too.' })
  async placeOauthClient(
    @CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('id', id) clientId: string,
    @Args('role', { type: () => String, nullable: true }) role: string | null, @Args('teams', { type: () => [String] }) teams: string[],
  ): Promise<OauthClientType> {
    refuseLimited(actor);
    const client = await this.clients.place(actor, clientId, { role: role ?? null, teams });
    await this.note(actor, context, 'roleAssigned', client);
    return client;
  }

  @Mutation(() => OauthClientSecretType, { description: 'Another secret; the one before works for as many hours more, at most 720. With 0 it and all tokens end at once.' })
  async rotateOauthClient(
    @CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('id', id) clientId: string,
    @Args('overlapHours', { type: () => Int, defaultValue: 24 }) overlapHours: number,
  ): Promise<OauthClientSecretType> {
    refuseLimited(actor);
    const rotated = await this.clients.rotate(actor, clientId, overlapHours);
    await this.note(actor, context, 'clientRotated', rotated.client);
    return rotated;
  }

  @Mutation(() => OauthClientType, { description: 'Ends the secret before the last rotation now.' })
  endPreviousOauthSecret(@CurrentActor() actor: Actor, @Args('id', id) clientId: string): Promise<OauthClientType> {
    refuseLimited(actor);
    return this.clients.endPrevious(actor, clientId);
  }

  @Mutation(() => Boolean, { description: 'With its secrets and tokens, at once.' })
  async removeOauthClient(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('id', id) clientId: string): Promise<boolean> {
    refuseLimited(actor);
    await this.note(actor, context, 'clientRemoved', await this.clients.remove(actor, clientId));
    return true;
  }

  private async note({ org, userId }: Actor, { request }: RequestContext, kind: TrailKind, client: OauthClientRow): Promise<void> {
    await this.trail.note({ orgId: org.id, actorId: userId, kind, subject: { kind: 'client', id: client.id, name: client.name }, detail: { permissionSets: client.permissionSets, ...(client.role !== null && { role: client.role }), ...(client.teams.length > 0 && { teams: client.teams }) }, address: request.ip });
  }
}

/** A limited key could otherwise make itself a client without limits. */
function refuseLimited({ access }: Actor): void {
  if (access.limited) throw new ApiFailure('FORBIDDEN', accountFaults.limitedKey);
}
