import { Field, Int, ObjectType } from '@nestjs/graphql';
import { UserType } from '../../identity/user.type.js';
import { JsonScalar } from '../../metadata-api/scalars.js';

@ObjectType('WorkflowVersion')
export class WorkflowVersionType {
  @Field(() => Int, { description: 'Of the revision that brought it.' })
  number!: number;

  @Field(() => Date)
  at!: Date;

  @Field(() => UserType, { nullable: true })
  by?: UserType;

  @Field(() => String, { nullable: true, description: 'What whoever published it says about it.' })
  note!: string | null;

  @Field(() => [String], { description: 'What that revision changed, in sentences.' })
  changes!: readonly string[];

  @Field(() => JsonScalar)
  document!: unknown;

  @Field()
  inForce!: boolean;

  @Field(() => Int, { description: 'Runs that began with it and are not at their end.' })
  openRuns!: number;
}

@ObjectType('ScheduleTimes')
export class ScheduleTimesType {
  @Field(() => [Date])
  times!: readonly Date[];

  @Field({ description: 'That of the schedule, or else of the org.' })
  timeZone!: string;

  @Field(() => String, { nullable: true, description: 'What is wrong with the schedule; then there are no times.' })
  problem!: string | null;
}
