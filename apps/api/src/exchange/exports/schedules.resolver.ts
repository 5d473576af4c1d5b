import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../access/actor.js';
import { PersonType } from '../../activity/person.type.js';
import { readPeople } from '../../activity/read-people.js';
import { OrgDatabase } from '../../database/org-database.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import { SetupOnly } from '../../metadata-api/setup-only.js';
import { ExportScheduleInput, ExportScheduleType, type ExportFormatType, type ExportKindType } from './export.type.js';
import { readOrgWish } from './exports.resolver.js';
import { Schedules, type Schedule, type ScheduleWish } from './schedules.js';

type Presented = Omit<ExportScheduleType, 'by'> & { readonly userId: string };

@Resolver(() => ExportScheduleType)
@SetupOnly('data')
export class SchedulesResolver {
  constructor(
    private readonly schedules: Schedules,
    private readonly database: OrgDatabase,
  ) {}

  @Query(() => [ExportScheduleType], { description: 'Exports and backups that the calendar asks for.' })
  async exportSchedules(@CurrentActor() { org }: Actor): Promise<Presented[]> {
    return (await this.schedules.list(org)).map(present);
  }

  @Mutation(() => ExportScheduleType, { description: 'Makes a schedule, or changes the one with this id. It runs with the rights of whoever saved it last.' })
  async saveExportSchedule(
    @CurrentActor() actor: Actor,
    @Args('input') input: ExportScheduleInput,
    @Args('id', { type: () => ID, nullable: true }) id?: string | null,
  ): Promise<Presented> {
    return present(await this.schedules.save(actor, readSchedule(input), id ?? undefined));
  }

  @Mutation(() => Boolean)
  async removeExportSchedule(@CurrentActor() { org }: Actor, @Args('id', { type: () => ID }) id: string): Promise<boolean> {
    await this.schedules.remove(org, id);
    return true;
  }

  @ResolveField(() => PersonType, { nullable: true })
  async by(@Parent() { userId }: Presented, @CurrentActor() { org }: Actor): Promise<PersonType | null> {
    const people = await readPeople(this.database, org, [userId]);
    return people.get(userId) ?? null;
  }
}

function readSchedule({ title, cron, timeZone, active, org, withPasswords }: ExportScheduleInput): ScheduleWish {
  const wanted = org ? { kind: 'org' as const, wish: readOrgWish(org) } : { kind: 'backup' as const, wish: { withPasswords } };
  return { title, cron, timeZone, active, ...wanted };
}

function present(schedule: Schedule): Presented {
  const { id, title, cron, timeZone, active, nextAt, lastAt, userId } = schedule;
  const org = schedule.kind === 'org' ? schedule.wish : undefined;
  return {
    id, title, cron, timeZone, active, nextAt, lastAt, userId,
    kind: schedule.kind as ExportKindType,
    objects: org?.objects ?? [],
    format: (org?.format ?? null) as ExportFormatType | null,
    rowsPerFile: org?.rowsPerFile ?? null,
    withPasswords: schedule.kind === 'backup' && schedule.wish.withPasswords,
  };
}
