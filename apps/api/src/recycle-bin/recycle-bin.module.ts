import { Module } from '@nestjs/common';
import { RecycleBin } from './recycle-bin.js';
import { RecycleBinResolver } from './recycle-bin.resolver.js';

@Module({ providers: [RecycleBin, RecycleBinResolver] })
export class RecycleBinModule {}
