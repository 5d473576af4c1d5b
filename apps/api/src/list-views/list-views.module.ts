import { Module } from '@nestjs/common';
import { ListMembers } from './list-members.js';
import { ListViews } from './list-views.js';
import { ListViewsResolver } from './list-views.resolver.js';

@Module({ providers: [ListViews, ListMembers, ListViewsResolver] })
export class ListViewsModule {}
