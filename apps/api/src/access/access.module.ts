import { Global, Module } from '@nestjs/common';
import { Actors } from './actors.js';
import { ApiUses } from './api-uses.js';
import { EarlierOrgs } from './earlier-orgs.js';

@Global()
@Module({ providers: [Actors, ApiUses, EarlierOrgs], exports: [Actors, ApiUses] })
export class AccessModule {}
