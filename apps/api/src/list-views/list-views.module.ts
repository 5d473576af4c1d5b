import { Module } from '@nestjs/common';
import { ListViews } from './list-views.js';
import { ListViewsResolver } from './list-views.resolver.js';

@Module({ providers: [ListViews, ListViewsResolver] })
export class ListViewsModule {}
