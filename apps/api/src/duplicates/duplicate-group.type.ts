import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('NamedRecord')
export class NamedRecordType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  name!: string | null;
}

@ObjectType('DuplicateGroup', { description: 'Records that a rule takes for the same.' })
export class DuplicateGroupType {
  @Field(() => Int)
  count!: number;

  @Field(() => [NamedRecordType], { description: 'The oldest first, at most 20.' })
  records!: readonly NamedRecordType[];
}

@ObjectType('RuleTest', { description: 'What a rule would have said of the records that were changed last.' })
export class RuleTestType {
  @Field(() => Int)
  checked!: number;

  @Field(() => Int)
  failing!: number;

  @Field(() => [NamedRecordType], { description: 'At most 10.' })
  examples!: readonly NamedRecordType[];
}
