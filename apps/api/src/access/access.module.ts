import { Global, Module } from '@nestjs/common';
import { Actors } from './actors.js';
import { ApiUses } from './api-uses.js';

@Global()
@Module({ providers: [Actors, ApiUses], exports: [Actors, ApiUses] })
export class AccessModule {}
