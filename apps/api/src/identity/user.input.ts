import { Field, InputType } from '@nestjs/graphql';

@InputType('UserInput')
export class UserInput {
  @Field()
  name!: string;

  @Field()
  email!: string;

  @Field()
  password!: string;

  @Field(() => [String])
  permissionSets!: string[];

  @Field(() => String, { nullable: true })
  locale?: string | null;
}

@InputType('UserChanges')
export class UserChangesInput {
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => Boolean, { nullable: true })
  active?: boolean | null;

  @Field(() => String, { nullable: true })
  password?: string | null;

  @Field(() => [String], { nullable: true })
  permissionSets?: string[] | null;

  @Field(() => String, { nullable: true })
  locale?: string | null;
}
