import { Module } from '@nestjs/common';
import { Apps } from './apps.js';
import { AppsResolver } from './apps.resolver.js';

@Module({ providers: [Apps, AppsResolver], exports: [Apps] })
export class AppsModule {}
