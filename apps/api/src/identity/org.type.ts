import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Org')
export class OrgType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  currency!: string;

  @Field()
  timeZone!: string;

  @Field()
  locale!: string;

  @Field(() => String, { nullable: true })
  country?: string;

  @Field(() => ID, { nullable: true, description: 'Id of the org that this one is a sandbox of.' })
  sandboxOf?: string;
}
