import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PersonType } from '../../activity/person.type.js';
import { JsonScalar } from '../../metadata-api/scalars.js';

@ObjectType('WorkflowState')
export class WorkflowStateType {
  @Field()
  name!: string;

  @Field()
  title!: string;

  @Field()
  object!: string;

  @Field({ description: 'When it runs, as a phrase for people.' })
  triggerText!: string;

  @Field()
  active!: boolean;

  @Field(() => Date, { nullable: true })
  activeSince!: Date | null;

  @Field(() => JsonScalar)
  document!: unknown;

  @Field(() => Int)
  runs!: number;

  @Field(() => Int)
  failed!: number;

  @Field(() => Date, { nullable: true })
  lastRunAt!: Date | null;

  @Field(() => Date, { nullable: true })
  nextDueAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Records that wait for their line; null where time is no matter.' })
  dueCount!: number | null;

  @Field(() => Int, { nullable: true, description: 'The revision that brought the version in force.' })
  version!: number | null;

  @Field(() => Date, { nullable: true })
  changedAt!: Date | null;

  @Field(() => PersonType, { nullable: true })
  changedBy!: PersonType | null;

  @Field(() => [Int], { description: 'Runs begun in each of the last 24 hours, oldest first.' })
  runsByHour!: readonly number[];

  @Field(() => Int, { description: 'Of those, the ones that failed for good.' })
  failedLately!: number;

  @Field(() => Date, { nullable: true, description: 'Since when it stands still alone.' })
  pausedAt!: Date | null;

  @Field(() => PersonType, { nullable: true })
  pausedBy!: PersonType | null;

  @Field(() => String, { nullable: true, description: '`runaway`: it made too many runs within an hour; `person`.' })
  pausedBecause!: string | null;

  @Field(() => Int, { nullable: true, description: 'Of a runaway: how many runs it had made within the hour.' })
  pausedAtRuns!: number | null;

  @Field(() => Int, { description: 'Runs per hour beyond which it is paused.' })
  hourlyLimit!: number;

  @Field({ description: 'Whether somebody has set it; else it follows from what is usual.' })
  limitIsSet!: boolean;

  @Field(() => Int, { description: 'Batches that it gets each time it is its turn among the workflows of the org.' })
  weight!: number;
}

@ObjectType('WorkflowAction')
export class WorkflowActionType {
  @Field()
  name!: string;

  @Field()
  title!: string;

  @Field()
  description!: string;

  @Field(() => JsonScalar, { description: 'JSON Schema of the input; `format` says what a text stands for: formula, related-formula, object-name, relation-path, field-values.' })
  inputSchema!: unknown;
}
