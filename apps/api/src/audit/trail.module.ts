import { Global, Module } from '@nestjs/common';
import { SensitiveReads } from './sensitive-reads.js';
import { Trail } from './trail.js';

/** What every room may write down: early, since the first of them need it. */
@Global()
@Module({ providers: [SensitiveReads, Trail], exports: [SensitiveReads, Trail] })
export class TrailModule {}
