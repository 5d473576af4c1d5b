import { Global, Module } from '@nestjs/common';
import { Actors } from './actors.js';

@Global()
@Module({ providers: [Actors], exports: [Actors] })
export class AccessModule {}
