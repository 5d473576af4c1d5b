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

@ObjectType('SimilarRecords', { description: 'What a duplicate rule has against a record that is being typed.' })
export class SimilarRecordsType {
  @Field()
  rule!: string;

  @Field()
  label!: string;

  @Field({ description: 'The rule warns on save, and people may go on.' })
  canAllow!: boolean;

  @Field(() => [NamedRecordType], { description: 'The best matches that this person may read, at most 5.' })
  records!: readonly NamedRecordType[];

  @Field(() => Int, { description: 'So many more that are not named.' })
  others!: number;
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
