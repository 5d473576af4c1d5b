import { translate } from '@guanxi/metadata';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import type { UserRow } from '../database/entities/user-row.js';
import { presentUser } from '../identity/present-user.js';
import { UserType } from '../identity/user.type.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { Models } from '../metadata/models.js';
import { placeFaults } from './people-wording.js';
import { PlaceChangesInput, RoleType, TeamType } from './people.types.js';
import { Places } from './places.js';

const ids = { type: () => [ID] };

/** The tree of roles and the teams, with who stands where. */
@Resolver()
export class PlacesResolver {
  constructor(
    private readonly places: Places,
    private readonly models: Models,
  ) {}

  @Query(() => [RoleType], { description: 'As published. What partners may see of the org leaves them out.' })
  async roles(@CurrentActor() actor: Actor): Promise<readonly RoleType[]> {
    if (actor.access.partner) return [];
    const { model } = await this.models.current(actor.org);
    const everybody = await this.places.all(actor.org);
    const holders = (role: string) => everybody.filter((person) => person.role === role);
    const count = (role: string) => holders(role).filter(({ active }) => active).length;
    const below = (role: string): number => count(role) + model.roles.filter(({ parent }) => parent === role).reduce((sum, { name }) => sum + below(name), 0);
    return model.roles.map(({ name, title, titles, parent }) => ({
      name, title: translate(title, titles, actor.locale), parent: parent ?? null, people: mayLook(actor) ? holders(name) : [], count: count(name), countBelow: below(name),
    }));
  }

  @Query(() => [TeamType], { description: 'As published.' })
  async teams(@CurrentActor() actor: Actor): Promise<readonly TeamType[]> {
    if (actor.access.partner) return [];
    const { model } = await this.models.current(actor.org);
    const everybody = await this.places.all(actor.org);
    return model.teams.map(({ name, title, titles, description }) => {
      const members = everybody.filter(({ teams }) => teams.includes(name));
      return { name, title: translate(title, titles, actor.locale), description: description ?? null, members: mayLook(actor) ? members : [], count: members.filter(({ active }) => active).length };
    });
  }

  @Mutation(() => [UserType], { description: 'Puts one person or many somewhere: all of them, or none.' })
  @SetupOnly('people', 'access')
  async placeUsers(@CurrentActor() actor: Actor, @Args('ids', ids) people: string[], @Args('place') place: PlaceChangesInput): Promise<readonly UserType[]> {
    const { role, teams, manager, kind } = place;
    return present(await this.places.set(actor, people, { ...(role !== undefined && { role }), ...(teams && { teams }), ...(manager !== undefined && { manager }), ...(kind && { kind }) }), actor);
  }

  @Mutation(() => [UserType], { description: 'Gives people a role; null takes it away.' })
  @SetupOnly('people', 'access')
  async assignRole(@CurrentActor() actor: Actor, @Args('ids', ids) people: string[], @Args('role', { type: () => String, nullable: true }) role: string | null = null): Promise<readonly UserType[]> {
    return present(await this.places.set(actor, people, { role }), actor);
  }

  @Mutation(() => [UserType], { description: 'Says whom people report to; null takes it away. Circles are refused.' })
  @SetupOnly('people', 'access')
  async setManager(@CurrentActor() actor: Actor, @Args('ids', ids) people: string[], @Args('manager', { type: () => ID, nullable: true }) manager: string | null = null): Promise<readonly UserType[]> {
    return present(await this.places.set(actor, people, { manager }), actor);
  }

  @Mutation(() => TeamType, { description: 'Who belongs to a team, all of them: who is not named belongs to it no more.' })
  @SetupOnly('people', 'access')
  async setTeamMembers(@CurrentActor() actor: Actor, @Args('team') team: string, @Args('members', ids) members: string[]): Promise<TeamType> {
    await this.places.setTeam(actor, team, members);
    const found = (await this.teams(actor)).find(({ name }) => name === team);
    if (!found) throw new ApiFailure('NOT_FOUND', { ...placeFaults.noTeam, words: { name: team } });
    return found;
  }
}

function mayLook({ access }: Actor): boolean {
  return access.setup.has('people') || access.setup.has('access');
}

function present(rows: readonly UserRow[], { org, access }: Actor): readonly UserType[] {
  return rows.map((row) => presentUser(row, org, access));
}
