import { Global, Module } from '@nestjs/common';
import { Orgs } from './orgs.js';

@Global()
@Module({ providers: [Orgs], exports: [Orgs] })
export class OrgsModule {}
