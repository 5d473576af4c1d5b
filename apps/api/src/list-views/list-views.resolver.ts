import { Args, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { JsonScalar } from '../metadata-api/scalars.js';
import type { PartyKind } from '../people/share-party.js';
import { partyKinds, SharePartyType } from '../people/share.types.js';
import { ListMembers } from './list-members.js';
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

  @Field(() => String, { nullable: true, description: 'Whose it is; null of one’s own.' })
  ownerName!: string | null;

  @Field({ description: 'Records are put on it by hand, see `addToList`; its content says only how it is arranged.' })
  isList!: boolean;

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

  @Field(() => Boolean, { defaultValue: false, description: 'A list that records are put on by hand. Only said of a new one.' })
  isList!: boolean;

  @Field(() => [ListViewPartyInput], { nullable: true, description: 'Whom else it is shown to, all of them; as before where it is absent.' })
  audience?: ListViewPartyInput[] | null;

  @Field(() => JsonScalar)
  content!: unknown;
}

/** Views that people save. Everybody may, for themselves. */
@Resolver(() => ListViewType)
export class ListViewsResolver {
  constructor(
    private readonly views: ListViews,
    private readonly members: ListMembers,
  ) {}

  @Query(() => [ListViewType], { description: 'One’s own views, those that are shown to one and those that everybody has, of all objects.' })
  async listViews(@CurrentActor() actor: Actor): Promise<ListViewType[]> {
    return (await this.views.list(actor)).map(presentView);
  }

  @Mutation(() => ListViewType)
  async saveListView(@CurrentActor() actor: Actor, @Args('view') { id, object, title, isShared, isList, audience, content }: ListViewInput): Promise<ListViewType> {
    return presentView(await this.views.save(actor, { object, title, isShared, isList, content, ...(id && { id }), ...(audience && { audience }) }));
  }

  @Mutation(() => Boolean, { description: 'People delete their own views, admins also shared ones. False when there is nothing to delete.' })
  deleteListView(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<boolean> {
    return this.views.delete(actor, id);
  }

  @Query(() => [ID], { description: 'The lists that a record is on, of those that one sees.' })
  listsOfRecord(@CurrentActor() actor: Actor, @Args('recordId', { type: () => ID }) recordId: string): Promise<readonly string[]> {
    return this.members.listsOf(actor, recordId);
  }

  @Mutation(() => [ID], { description: 'Puts up to 1,000 records on a list that one may change; answers those that were not on it. Records that one may not read are left out. Being on a list opens a record to nobody.' })
  addToList(@CurrentActor() actor: Actor, @Args('list', { type: () => ID }) list: string, @Args('ids', { type: () => [ID] }) ids: string[]): Promise<readonly string[]> {
    return this.members.add(actor, list, ids);
  }

  @Mutation(() => [ID], { description: 'Takes up to 1,000 records off a list that one may change; answers those that were on it.' })
  removeFromList(@CurrentActor() actor: Actor, @Args('list', { type: () => ID }) list: string, @Args('ids', { type: () => [ID] }) ids: string[]): Promise<readonly string[]> {
    return this.members.remove(actor, list, ids);
  }
}

function presentView({ audience, ...view }: ListView): ListViewType {
  return { ...view, audience: [...audience] };
}
