import { translate } from '@guanxi/metadata';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { ADMIN_PERMISSION } from '../access/admin-permission.js';
import { refuseChanging, refuseGranting } from '../access/granting.js';
import { Trail, type TrailEntry } from '../audit/trail.js';
import type { TrailKind } from '../audit/trail-kinds.js';
import type { UserRow } from '../database/entities/user-row.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import type { RequestContext } from '../metadata-api/request-context.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { Models } from '../metadata/models.js';
import { CredentialMails } from './credential-mails.js';
import { PermissionSetType } from './permission-set.type.js';
import { presentUser } from './present-user.js';
import { UserChangesInput, UserInput } from './user.input.js';
import { UserType } from './user.type.js';
import { Users } from './users.js';

@Resolver(() => UserType)
export class UsersResolver {
  constructor(
    private readonly people: Users,
    private readonly models: Models,
    private readonly mails: CredentialMails,
    private readonly trail: Trail,
  ) {}

  @Query(() => [UserType])
  async users(@CurrentActor() { org, access }: Actor): Promise<UserType[]> {
    return (await this.people.list(org)).map((user) => presentUser(user, org, access));
  }

  @Query(() => [PermissionSetType], { description: 'What people can be given: permission sets, and groups of them.' })
  @SetupOnly('people', 'access')
  async permissionSets(@CurrentActor() { org, locale }: Actor): Promise<PermissionSetType[]> {
    const { model } = await this.models.current(org);
    return [{ name: ADMIN_PERMISSION, title: 'Admin' }, ...[...model.permissions, ...model.permissionGroups].map((document) => ({ name: document.name, title: translate(document.title, document.titles, locale), document }))];
  }

  @Mutation(() => UserType)
  @SetupOnly('people')
  async createUser(@CurrentActor() actor: Actor, @Context() { request }: RequestContext, @Args('input') input: UserInput): Promise<UserType> {
    const { org, access } = actor;
    const { locale, ...rest } = input;
    refuseGranting((await this.models.current(org)).model, access, [], rest.permissionSets);
    const user = await this.people.create(org, { ...rest, ...(locale && { locale }) });
    await this.noteChanges(actor, request.ip, undefined, user, false);
    return presentUser(user, org, access);
  }

  @Mutation(() => UserType)
  @SetupOnly('people')
  async updateUser(@CurrentActor() actor: Actor, @Context() { request }: RequestContext, @Args('id', { type: () => ID }) id: string, @Args('input') input: UserChangesInput): Promise<UserType> {
    const { org, access } = actor;
    const { name, active, password, permissionSets, locale } = input;
    const changes = {
      ...(name != null && { name }),
      ...(active != null && { active }),
      ...(password != null && { password }),
      ...(permissionSets && { permissionSets }),
      ...(locale !== undefined && { locale }),
    };
    const [{ model }, before] = await Promise.all([this.models.current(org), this.people.find(org, id)]);
    if (before) {
      refuseChanging(model, access, before);
      refuseGranting(model, access, before.permissionSets, changes.permissionSets ?? before.permissionSets);
    }
    const after = await this.people.update(org, id, changes);
    await this.noteChanges(actor, request.ip, before, after, password != null);
    return presentUser(after, org, access);
  }

  private async noteChanges({ org, userId }: Actor, address: string, before: UserRow | undefined, after: UserRow, newPassword: boolean): Promise<void> {
    const note = (kind: TrailKind, detail: TrailEntry['detail'] = {}) => this.trail.note({ orgId: org.id, actorId: userId, kind, subject: { kind: 'user', id: after.id, name: after.name }, detail, address });
    const [had, has] = [before?.permissionSets ?? [], after.permissionSets];
    const [given, taken] = [has.filter((name) => !had.includes(name)), had.filter((name) => !has.includes(name))];
    if (!before) await note('userCreated', { permissionSets: has });
    else if (given.length + taken.length > 0) await note('rightsChanged', { given, taken });
    if (before?.active && !after.active) await note('userDeactivated');
    else if (before && (before.active !== after.active || before.name !== after.name || before.locale !== after.locale)) await note('userChanged', { active: after.active });
    if (!before || !newPassword) return;
    await note('passwordChanged');
    if (after.active) this.mails.tell(after, 'passwordSet', address);
  }
}
