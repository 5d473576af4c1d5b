import { Module } from '@nestjs/common';
import { OperationsResolver } from './operations.resolver.js';
import { Operations } from './operations.js';

/** Many changes as one thing: listed, and taken back. */
@Module({ providers: [Operations, OperationsResolver], exports: [Operations] })
export class OperationsModule {}
