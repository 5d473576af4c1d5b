import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonType } from '../activity/person.type.js';

const id = () => ID;
const text = () => String;
const optional = { nullable: true };

export const personKinds = { INTERNAL: 'internal', PARTNER: 'partner' } as const;
registerEnumType(personKinds, { name: 'PersonKind' });
export type PersonKind = (typeof personKinds)[keyof typeof personKinds];

@ObjectType('Role', { description: 'A place in the tree of roles.' })
export class RoleType {
  @Field()
  name!: string;

  @Field()
  title!: string;

  @Field(text, { ...optional, description: 'Name of the role above.' })
  parent!: string | null;

  @Field(() => [PersonType], { description: 'Those with this role; none for people without the right to manage people.' })
  people!: readonly PersonType[];

  @Field(() => Int, { description: 'Active people with this role.' })
  count!: number;

  @Field(() => Int, { description: 'Active people with this role or one under it.' })
  countBelow!: number;
}

@ObjectType('Team', { description: 'People that records are shared with as one.' })
export class TeamType {
  @Field()
  name!: string;

  @Field()
  title!: string;

  @Field(text, optional)
  description!: string | null;

  @Field(() => [PersonType], { description: 'Who belongs to it; none for people without the right to manage people.' })
  members!: readonly PersonType[];

  @Field(() => Int, { description: 'Active members.' })
  count!: number;
}

@InputType('PlaceChanges', { description: 'Where people stand; what is absent stays as it is, and null takes away.' })
export class PlaceChangesInput {
  @Field(text, optional)
  role?: string | null;

  @Field(() => [String], optional)
  teams?: string[] | null;

  @Field(id, optional)
  manager?: string | null;

  @Field(() => personKinds, optional)
  kind?: PersonKind | null;
}
