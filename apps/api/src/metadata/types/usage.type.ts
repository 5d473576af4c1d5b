import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Usage')
export class UsageType {
  @Field({ description: 'Kind of the document, or `api`.' })
  kind!: string;

  @Field()
  name!: string;

  @Field()
  title!: string;

  @Field()
  path!: string;

  @Field({ description: 'The part of the platform: `formulas`, `rollUps`, `rules`, `automation`, `layouts`, `access`, `api` …' })
  area!: string;
}

@ObjectType('ObjectCount')
export class ObjectCountType {
  @Field()
  object!: string;

  @Field(() => Int)
  records!: number;
}

@ObjectType('FieldStatistic', { description: 'How much a field is used.' })
export class FieldStatisticType {
  @Field()
  field!: string;

  @Field(() => Int, { description: 'Places in documents that name it.' })
  usedBy!: number;

  @Field(() => Int, { nullable: true, description: 'Records that have a value, of `total`; estimated where there are very many; null where the value is worked out when it is read.' })
  filled?: number | null;

  @Field(() => Int)
  total!: number;

  @Field(() => Date, { nullable: true, description: 'The last day on which an API client named it.' })
  lastUsedAt?: Date | null;

  @Field(() => Int, { description: 'Requests of API clients in the last 90 days that named it.' })
  apiUses!: number;
}

@ObjectType('PicklistUse')
export class PicklistUseType {
  @Field()
  value!: string;

  @Field(() => Int)
  count!: number;
}
