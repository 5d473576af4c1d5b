import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('PurgedDetails')
export class PurgedDetailsType {
  @Field()
  object!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType('PurgePreview')
export class PurgePreviewType {
  @Field(() => Int)
  records!: number;

  @Field(() => [PurgedDetailsType], { description: 'Records that belong to them and go with them.' })
  details!: readonly PurgedDetailsType[];

  @Field(() => Int)
  comments!: number;

  @Field(() => Int)
  files!: number;

  @Field(() => Int, { description: 'Records that stay, since others need them or they are on legal hold.' })
  kept!: number;
}

@ObjectType('PurgeResult')
export class PurgeResultType {
  @Field(() => Int)
  records!: number;

  @Field(() => Int)
  kept!: number;
}
