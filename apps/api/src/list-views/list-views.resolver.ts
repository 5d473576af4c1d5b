import { Args, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { JsonScalar } from '../metadata-api/scalars.js';
import type { PartyKind } from '../people/share-party.js';
import { partyKinds, SharePartyType } from '../people/share.types.js';
import { ListViews, type ListView } from './list-views.js';

@ObjectType('ListViewParty', { description: 'Whom a saved list is shown to, beside its owner.' })
export class ListViewPartyType {
  @Field(() => SharePartyType)
  with!: SharePartyType;

  @Field({ description: 'Its columns, filters, order and name.' })
  mayEdit!: boolean;
}

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

  @Field({ description: 'Its columns, filters, order and name.' })
  mayEdit!: boolean;

  @Field({ description: 'Whom it is shown to, and deleting it.' })
  mayShare!: boolean;

  @Field(() => [ListViewPartyType], { description: 'None for those who may not change it.' })
  audience!: ListViewPartyType[];

  @Field(() => JsonScalar, { description: 'Columns, filters, order and groups, as the page wrote them.' })
  content!: unknown;
}

@InputType('ListViewPartyInput', { description: 'A person by id; a role (`BELOW`: and the roles under it) or a team by name.' })
export class ListViewPartyInput {
  @Field(() => partyKinds)
  kind!: PartyKind;

  @Field(() => ID)
  id!: string;

  @Field(() => Boolean, { defaultValue: false })
  mayEdit!: boolean;
}

@InputType('ListViewInput')
export class ListViewInput {
  @Field(() => ID, { nullable: true, description: 'Of a view that is changed.' })
  id?: string | null;

  @Field()
  object!: string;

  @Field()
  title!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Everybody sees it. Only admins share views with everybody.' })
  isShared!: boolean;

  @Field(() => [ListViewPartyInput], { nullable: true, description: 'Whom else it is shown to, all of them; as before where it is absent.' })
  audience?: ListViewPartyInput[] | null;

  @Field(() => JsonScalar)
  content!: unknown;
}

/** Views that people save. Everybody may, for themselves. */
@Resolver(() => ListViewType)
export class ListViewsResolver {
  constructor(private readonly views: ListViews) {}

  @Query(() => [ListViewType], { description: 'One’s own views, those that are shown to one and those that everybody has, of all objects.' })
  async listViews(@CurrentActor() actor: Actor): Promise<ListViewType[]> {
    return (await this.views.list(actor)).map(presentView);
  }

  @Mutation(() => ListViewType)
  async saveListView(@CurrentActor() actor: Actor, @Args('view') { id, object, title, isShared, audience, content }: ListViewInput): Promise<ListViewType> {
    return presentView(await this.views.save(actor, { object, title, isShared, content, ...(id && { id }), ...(audience && { audience }) }));
  }

  @Mutation(() => Boolean, { description: 'People delete their own views, admins also shared ones. False when there is nothing to delete.' })
  deleteListView(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<boolean> {
    return this.views.delete(actor, id);
  }
}

function presentView({ audience, ...view }: ListView): ListViewType {
  return { ...view, audience: [...audience] };
}
