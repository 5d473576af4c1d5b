import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { RunStatus } from '@guanxi/workflow';
import { JsonScalar } from '../../metadata-api/scalars.js';
import { StepOutcomeType } from './step.type.js';

/** As the API names it, and as the table has it. */
export const runStatuses: Readonly<Record<Uppercase<RunStatus>, RunStatus>> = { WAITING: 'waiting', RUNNING: 'running', RESTING: 'resting', DONE: 'done', FAILED: 'failed', CANCELLED: 'cancelled' };
registerEnumType(runStatuses, { name: 'RunStatus' });

@ObjectType('RunStep')
export class RunStepType extends StepOutcomeType {
  @Field({ description: '`waiting`, `resting`, `done`, `skipped` or `failed`.' })
  status!: string;

  @Field(() => Date, { nullable: true })
  startedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => Int)
  attempts!: number;
}

@ObjectType('Run')
export class RunType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'Name of the workflow in the revision that the run began with.' })
  workflow!: string;

  @Field(() => ID)
  recordId!: string;

  @Field(() => String, { nullable: true })
  recordName!: string | null;

  @Field({ description: 'Together with workflow and record it is unique: the line that was crossed, or the change that set it off.' })
  occasion!: string;

  @Field(() => runStatuses)
  status!: string;

  @Field(() => Date)
  startedAt!: Date;

  @Field(() => Date, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => Int, { description: 'Tries of the step that the run stands at.' })
  attempts!: number;

  @Field(() => Int)
  revision!: number;

  @Field(() => JsonScalar)
  trigger!: unknown;

  @Field(() => JsonScalar, { description: 'Each part of the condition with the value it had: list of { text, value, holds }.' })
  conditions!: unknown;

  @Field(() => [RunStepType])
  steps!: readonly RunStepType[];

  @Field(() => String, { nullable: true })
  error!: string | null;

  @Field(() => String, { nullable: true, description: 'What kind of failure: `temporary`, `refused`, `unknown` or `loop`.' })
  errorClass!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it goes on by itself, where that is later.' })
  waitsUntil!: Date | null;

  @Field(() => String, { nullable: true, description: 'Id of the step that it stands at.' })
  standsAt!: string | null;

  @Field({ description: 'Whether the version in force still has that step.' })
  stepIsThere!: boolean;
}

@ObjectType('RunPage')
export class RunPageType {
  @Field(() => [RunType])
  nodes!: readonly RunType[];

  @Field(() => String, { nullable: true })
  next!: string | null;

  @Field(() => Int)
  total!: number;
}
