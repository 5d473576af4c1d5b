import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { FavouriteInput, FavouriteType } from './favourite.type.js';
import { Favourites } from './favourites.js';

/** Everybody has favourites of their own, and sees no one else's. */
@Resolver(() => FavouriteType)
export class FavouritesResolver {
  constructor(private readonly kept: Favourites) {}

  @Query(() => [FavouriteType], { description: 'One’s own, in the order one gave them; what one may not see any more is left out.' })
  async favourites(@CurrentActor() actor: Actor): Promise<FavouriteType[]> {
    return [...(await this.kept.list(actor))];
  }

  @Mutation(() => FavouriteType, { description: 'At the end of one’s own; the same one twice is one.' })
  addFavourite(@CurrentActor() actor: Actor, @Args('favourite') { object, recordId, view, path }: FavouriteInput): Promise<FavouriteType> {
    return this.kept.add(actor, { object: object ?? null, recordId: recordId ?? null, view: view ?? null, path: path ?? null });
  }

  @Mutation(() => Boolean, { description: 'False when there is nothing to remove.' })
  removeFavourite(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<boolean> {
    return this.kept.remove(actor, id);
  }

  @Mutation(() => [FavouriteType], { description: 'Puts those that are named in front, in this order; the others follow as they were.' })
  async arrangeFavourites(@CurrentActor() actor: Actor, @Args('ids', { type: () => [ID] }) ids: string[]): Promise<FavouriteType[]> {
    return [...(await this.kept.arrange(actor, ids))];
  }
}
