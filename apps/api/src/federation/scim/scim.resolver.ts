import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { InjectRepository } from '@nestjs/typeorm';
import type { FastifyRequest } from 'fastify';
import { Repository } from 'typeorm';
import type { Actor } from '../../access/actor.js';
import { Trail } from '../../audit/trail.js';
import { ScimGroupRow, ScimMemberRow, ScimSettingRow } from '../../database/entities/scim-rows.js';
import { InputFailure } from '../../metadata-api/api-failure.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import type { RequestContext } from '../../metadata-api/request-context.js';
import { SetupOnly } from '../../metadata-api/setup-only.js';
import { Models } from '../../metadata/models.js';
import type { Org } from '../../orgs/org.js';
import { findMappingProblems, findSetProblems } from '../providers/find-provider-problems.js';
import { refuseOthers } from '../refuse-others.js';
import { ScimGroupsOf } from './scim-groups-of.js';
import { ScimTokens } from './scim-tokens.js';
import { CreatedScimTokenType, ScimSettingsInput, ScimSettingsType, ScimTokenType } from './scim.type.js';

const id = { type: () => ID };

/** Directories that send users and groups: their tokens, and what their groups give. */
@Resolver(() => ScimTokenType)
@SetupOnly('security')
export class ScimResolver {
  constructor(
    private readonly tokens: ScimTokens,
    private readonly groupsOf: ScimGroupsOf,
    private readonly models: Models,
    private readonly trail: Trail,
    @InjectRepository(ScimSettingRow) private readonly settings: Repository<ScimSettingRow>,
    @InjectRepository(ScimGroupRow) private readonly groups: Repository<ScimGroupRow>,
    @InjectRepository(ScimMemberRow) private readonly members: Repository<ScimMemberRow>,
  ) {}

  @Query(() => [ScimTokenType])
  async scimTokens(@CurrentActor() { org }: Actor): Promise<ScimTokenType[]> {
    const now = new Date();
    return (await this.tokens.list(org)).map((row) => (row.previousUntil && row.previousUntil <= now ? { ...row, previousUntil: null } : row));
  }

  @Mutation(() => CreatedScimTokenType)
  async createScimToken(@CurrentActor() actor: Actor, @Args('name') name: string, @Args('expiresAt', { type: () => Date, nullable: true }) expiresAt?: Date | null): Promise<CreatedScimTokenType> {
    const { token, row } = await this.tokens.create(actor, name, expiresAt ?? null);
    return { token, scimToken: row };
  }

  @Mutation(() => CreatedScimTokenType, { description: 'Another token in its place; the one before works for as many hours more, at most 720.' })
  async rotateScimToken(@CurrentActor() actor: Actor, @Args('id', id) tokenId: string, @Args('overlapHours', { type: () => Int, defaultValue: 24 }) overlapHours: number): Promise<CreatedScimTokenType> {
    const { token, row } = await this.tokens.rotate(actor, tokenId, overlapHours);
    return { token, scimToken: row };
  }

  @Mutation(() => Boolean)
  async revokeScimToken(@CurrentActor() actor: Actor, @Args('id', id) tokenId: string): Promise<boolean> {
    await this.tokens.revoke(actor, tokenId);
    return true;
  }

  @Query(() => ScimSettingsType)
  scimSettings(@CurrentActor() { org }: Actor, @Context() { request }: RequestContext): Promise<ScimSettingsType> {
    return this.present(org, request);
  }

  @Mutation(() => ScimSettingsType, { description: 'Members of the groups get at once what the groups give now.' })
  async saveScimSettings(@CurrentActor() actor: Actor, @Context() { request }: RequestContext, @Args('input') { defaultPermissionSets, mappings }: ScimSettingsInput): Promise<ScimSettingsType> {
    refuseOthers(actor);
    const { org } = actor;
    const { model } = await this.models.current(org);
    const tidy = mappings.map(({ group, permissionSets, role, teams }) => ({ group: group.trim(), permissionSets, role: role ?? null, teams }));
    const problems = [...findSetProblems(defaultPermissionSets, '/defaultPermissionSets', model), ...findMappingProblems(tidy, model)];
    if (problems.length > 0) throw new InputFailure(problems);
    const before = await this.groupsOf.mappings(org);
    await this.settings.upsert({ orgId: org.id, defaultPermissionSets, mappings: tidy }, ['orgId']);
    await this.trail.note({ orgId: org.id, actorId: actor.userId, kind: 'providerChanged', subject: { kind: 'provider', id: org.id, name: 'SCIM' }, detail: { change: 'mappings', groups: tidy.map(({ group }) => group) } });
    // What only the mappings before gave goes, too.
    const after = await this.groupsOf.mappings(org);
    const orphans = before.map((one) => ({ ...one, group: `\0${one.group}` }));
    await this.groupsOf.settle(org, await this.everyMember(org), [...after, ...orphans]);
    return this.present(org, request);
  }

  private async everyMember(org: Org): Promise<readonly string[]> {
    const groups = await this.groups.findBy({ orgId: org.id });
    const members = await Promise.all(groups.map(({ id: groupId }) => this.members.findBy({ groupId })));
    return [...new Set(members.flat().map(({ userId }) => userId))];
  }

  private async present(org: Org, { protocol, host }: FastifyRequest): Promise<ScimSettingsType> {
    const groups = await this.groups.find({ where: { orgId: org.sandboxOf ?? org.id }, order: { displayName: 'asc' } });
    return { address: new URL('/scim/v2', `${protocol}://${host}`).href, ...(await this.groupsOf.settingsOf(org)), groups: groups.map(({ displayName }) => displayName) };
  }
}
