import { Module } from '@nestjs/common';
import { OperationsModule } from '../operations/operations.module.js';
import { Purges } from './purges.js';
import { PurgesResolver } from './purges.resolver.js';
import { RecycleBin } from './recycle-bin.js';
import { RecycleBinResolver } from './recycle-bin.resolver.js';

@Module({ imports: [OperationsModule], providers: [Purges, PurgesResolver, RecycleBin, RecycleBinResolver] })
export class RecycleBinModule {}
