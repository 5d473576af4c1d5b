import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { ADMIN_PERMISSION } from '../access/admin-permission.js';
import { refuseChanging, refuseGranting } from '../access/granting.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { Models } from '../metadata/models.js';
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
  ) {}

  @Query(() => [UserType])
  async users(@CurrentActor() { org, access }: Actor): Promise<UserType[]> {
    return (await this.people.list(org)).map((user) => presentUser(user, org, access));
  }

  @Query(() => [PermissionSetType], { description: 'What people can be given: permission sets, and groups of them.' })
  @SetupOnly('people', 'access')
  async permissionSets(@CurrentActor() { org }: Actor): Promise<PermissionSetType[]> {
    const { model } = await this.models.current(org);
    return [{ name: ADMIN_PERMISSION, title: 'Admin' }, ...[...model.permissions, ...model.permissionGroups].map((document) => ({ name: document.name, title: document.title, document }))];
  }

  @Mutation(() => UserType)
  @SetupOnly('people')
  async createUser(@CurrentActor() { org, access }: Actor, @Args('input') input: UserInput): Promise<UserType> {
    const { locale, ...rest } = input;
    refuseGranting((await this.models.current(org)).model, access, [], rest.permissionSets);
    return presentUser(await this.people.create(org, { ...rest, ...(locale && { locale }) }), org, access);
  }

  @Mutation(() => UserType)
  @SetupOnly('people')
  async updateUser(@CurrentActor() { org, access }: Actor, @Args('id', { type: () => ID }) id: string, @Args('input') input: UserChangesInput): Promise<UserType> {
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
    return presentUser(await this.people.update(org, id, changes), org, access);
  }
}
