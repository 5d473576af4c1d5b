import { Field, Int, ObjectType } from '@nestjs/graphql';
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
