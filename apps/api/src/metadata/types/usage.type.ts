import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Usage')
export class UsageType {
  @Field()
  kind!: string;

  @Field()
  name!: string;

  @Field()
  title!: string;

  @Field()
  path!: string;
}

@ObjectType('ObjectCount')
export class ObjectCountType {
  @Field()
  object!: string;

  @Field(() => Int)
  records!: number;
}
