import { Args, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { JsonScalar } from '../metadata-api/scalars.js';
import { ListViews } from './list-views.js';

@ObjectType('ListView', { description: 'A list as somebody arranged and saved it while working.' })
export class ListViewType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'Name of the object; `*` of a search over all of them.' })
  object!: string;

  @Field()
  title!: string;

  @Field({ description: 'Everybody sees it.' })
  isShared!: boolean;

  @Field()
  isMine!: boolean;

  @Field(() => JsonScalar, { description: 'Columns, filters, order and groups, as the page wrote them.' })
  content!: unknown;
}

@InputType('ListViewInput')
export class ListViewInput {
  @Field(() => ID, { nullable: true, description: 'Of a view that is changed.' })
  id?: string | null;

  @Field()
  object!: string;

  @Field()
  title!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Only admins share views.' })
  isShared!: boolean;

  @Field(() => JsonScalar)
  content!: unknown;
}

/** Views that people save. Everybody may, for themselves. */
@Resolver(() => ListViewType)
export class ListViewsResolver {
  constructor(private readonly views: ListViews) {}

  @Query(() => [ListViewType], { description: 'One’s own views and the shared ones, of all objects.' })
  async listViews(@CurrentActor() actor: Actor): Promise<ListViewType[]> {
    return [...(await this.views.list(actor))];
  }

  @Mutation(() => ListViewType)
  saveListView(@CurrentActor() actor: Actor, @Args('view') { id, object, title, isShared, content }: ListViewInput): Promise<ListViewType> {
    return this.views.save(actor, { object, title, isShared, content, ...(id && { id }) });
  }

  @Mutation(() => Boolean, { description: 'People delete their own views, admins also shared ones. False when there is nothing to delete.' })
  deleteListView(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<boolean> {
    return this.views.delete(actor, id);
  }
}
