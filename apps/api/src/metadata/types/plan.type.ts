import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { RecordedChange } from '../../database/entities/revision-row.js';
import { ProblemType } from '../../metadata-api/problem.type.js';
import { JsonScalar } from '../../metadata-api/scalars.js';
import type { CountedPlan } from '../publish/draft-plans.js';

const risks: { readonly [Risk in Uppercase<RecordedChange['risk']>]: Lowercase<Risk> } = {
  ONLINE: 'online',
  REWRITING: 'rewriting',
  NARROWING: 'narrowing',
  DESTROYING: 'destroying',
};
registerEnumType(risks, { name: 'Risk' });

@ObjectType('Change')
export class ChangeType {
  @Field({ description: 'Stable for the same change of the same draft; what `publish(consents:)` takes.' })
  id!: string;

  @Field()
  kind!: string;

  @Field(() => risks)
  risk!: RecordedChange['risk'];

  @Field({ description: 'A sentence for people, in their language where known.' })
  sentence!: string;

  @Field(() => String, { nullable: true })
  object?: string;

  @Field(() => String, { nullable: true })
  field?: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Rows rewritten, rows that do not fit, or rows whose values are lost; null where no row is touched.',
  })
  rows?: number;

  @Field(() => JsonScalar, { nullable: true, description: 'Some records that do not fit: id and name.' })
  examples?: unknown;

  @Field({ description: 'Blocks publishing: records do not fit.' })
  blocking!: boolean;

  @Field(() => [String])
  sql!: readonly string[];
}

@ObjectType('Plan')
export class PlanType implements CountedPlan {
  @Field(() => Int)
  baseRevision!: number;

  @Field(() => [ChangeType])
  changes!: readonly RecordedChange[];

  @Field(() => [ProblemType])
  problems!: readonly ProblemType[];
}

@ObjectType('PublishResult')
export class PublishResultType {
  /** Absent when publishing was refused; `plan` and `problems` then say why. */
  @Field(() => Int, { nullable: true })
  revision?: number;

  @Field(() => PlanType, { nullable: true })
  plan?: CountedPlan;

  @Field(() => [ProblemType])
  problems!: readonly ProblemType[];
}
