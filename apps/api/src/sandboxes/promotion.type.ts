import { Field, ObjectType } from '@nestjs/graphql';
import { MergeChangeType, MergeConflictType } from '../metadata/types/merge.type.js';
import { PlanType } from '../metadata/types/plan.type.js';

@ObjectType('Promotion', { description: 'What bringing a sandbox’s published changes into its source would do.' })
export class PromotionType {
  @Field(() => [MergeChangeType])
  changes!: readonly MergeChangeType[];

  @Field(() => [MergeConflictType])
  conflicts!: readonly MergeConflictType[];

  @Field(() => PlanType)
  plan!: PlanType;
}
