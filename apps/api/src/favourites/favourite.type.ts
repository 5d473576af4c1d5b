import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum FavouriteKind {
  RECORD = 'record',
  LIST = 'list',
  PAGE = 'page',
}
registerEnumType(FavouriteKind, { name: 'FavouriteKind' });

@ObjectType('Favourite', { description: 'What somebody keeps at hand in the navigation.' })
export class FavouriteType {
  @Field(() => ID)
  id!: string;

  @Field(() => FavouriteKind)
  kind!: FavouriteKind;

  @Field(() => String, { nullable: true, description: 'Name of the object of a record or a list.' })
  object!: string | null;

  @Field(() => ID, { nullable: true })
  recordId!: string | null;

  @Field(() => String, { nullable: true, description: 'What the record is called now; empty where its name may not be read.' })
  recordName!: string | null;

  @Field(() => String, { nullable: true, description: 'Of a list: the name of a view, or the id of a saved one.' })
  view!: string | null;

  @Field(() => String, { nullable: true, description: 'Of a page.' })
  path!: string | null;
}

@InputType('FavouriteInput', { description: '`object` and `recordId` are a record, `object` alone or with `view` is a list, `path` is a page.' })
export class FavouriteInput {
  @Field(() => String, { nullable: true })
  object?: string | null;

  @Field(() => ID, { nullable: true })
  recordId?: string | null;

  @Field(() => String, { nullable: true })
  view?: string | null;

  @Field(() => String, { nullable: true })
  path?: string | null;
}
