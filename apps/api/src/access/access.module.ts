import { Global, Module } from '@nestjs/common';
import { Actors } from './actors.js';
import { ApiUses } from './api-uses.js';
import { EarlierOrgs } from './earlier-orgs.js';
import { Reaches } from './reaches.js';

@Global()
@Module({ providers: [Actors, ApiUses, EarlierOrgs, Reaches], exports: [Actors, ApiUses] })
export class AccessModule {}
