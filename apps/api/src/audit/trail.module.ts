import { Global, Module } from '@nestjs/common';
import { Trail } from './trail.js';

/** What every room may write down: early, since the first of them need it. */
@Global()
@Module({ providers: [Trail], exports: [Trail] })
export class TrailModule {}
