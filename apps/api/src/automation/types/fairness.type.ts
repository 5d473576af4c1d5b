import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { PersonType } from '../../activity/person.type.js';

@ObjectType('WorkflowBacklog')
export class WorkflowBacklogType {
  @Field({ description: 'Its name; of one that is not published any more, its id.' })
  workflow!: string;

  @Field()
  title!: string;

  @Field()
  paused!: boolean;

  @Field(() => Int, { description: 'Changes that wait since it is paused.' })
  changesKept!: number;

  @Field(() => Int)
  readyRuns!: number;

  @Field(() => Date, { nullable: true })
  oldestReadyAt!: Date | null;

  @Field(() => Int, { description: 'Runs that are tried again or go on at a later time.' })
  laterRuns!: number;

  @Field(() => Int)
  parkedRuns!: number;
}

@ObjectType('AutomationState')
export class AutomationStateType {
  @Field({ description: 'Whether somebody has stopped all automation of the org.' })
  paused!: boolean;

  @Field(() => Date, { nullable: true })
  pausedAt!: Date | null;

  @Field(() => PersonType, { nullable: true })
  pausedBy!: PersonType | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => Int, { description: 'Changes that no workflow has looked at yet. Numbers here go up to `countedUpTo`.' })
  eventsWaiting!: number;

  @Field(() => Date, { nullable: true })
  oldestEventAt!: Date | null;

  @Field(() => Int)
  readyRuns!: number;

  @Field(() => Date, { nullable: true })
  oldestReadyAt!: Date | null;

  @Field(() => Int)
  parkedRuns!: number;

  @Field(() => Int)
  countedUpTo!: number;

  @Field(() => [WorkflowBacklogType], { description: 'Those that have something before them, or are paused.' })
  workflows!: readonly WorkflowBacklogType[];
}

@ObjectType('ParkedGroup', { description: 'Runs that failed at the same step for the same reason and wait for a person.' })
export class ParkedGroupType {
  @Field({ description: 'Its name; of one that is not published any more, its id.' })
  workflow!: string;

  @Field()
  title!: string;

  @Field(() => String, { nullable: true })
  object!: string | null;

  @Field({ description: 'Id of the step; empty where it was stopped before its first.' })
  step!: string;

  @Field(() => String, { nullable: true })
  stepTitle!: string | null;

  @Field(() => String, { nullable: true })
  action!: string | null;

  @Field({ description: 'What makes the failure the same as others: codes of problems, or a state of the database.' })
  error!: string;

  @Field({ description: '`temporary`, `refused`, `unknown` or `loop`.' })
  errorClass!: string;

  @Field({ description: 'The message of one of them.' })
  message!: string;

  @Field(() => Int)
  count!: number;

  @Field(() => Date, { nullable: true })
  firstAt!: Date | null;

  @Field(() => Date, { nullable: true })
  lastAt!: Date | null;

  @Field({ description: 'Whether the version in force still has the step.' })
  stepIsThere!: boolean;
}

@InputType('ParkedGroupInput')
export class ParkedGroupInputType {
  @Field()
  workflow!: string;

  @Field(() => String, { nullable: true })
  step?: string | null;

  @Field(() => String, { nullable: true })
  error?: string | null;
}

@InputType('RunChoice', { description: 'Runs by their ids, or a group of parked ones; without step or error, of all steps and errors.' })
export class RunChoiceType {
  @Field(() => [ID], { nullable: true })
  ids?: string[] | null;

  @Field(() => ParkedGroupInputType, { nullable: true })
  group?: ParkedGroupInputType | null;
}
