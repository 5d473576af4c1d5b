import { Module } from '@nestjs/common';
import { Favourites } from './favourites.js';
import { FavouritesResolver } from './favourites.resolver.js';

@Module({ providers: [Favourites, FavouritesResolver] })
export class FavouritesModule {}
