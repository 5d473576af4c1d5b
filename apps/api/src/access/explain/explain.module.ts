import { Module } from '@nestjs/common';
import { AccessChanges } from './access-changes.js';
import { ExplainResolver } from './explain.resolver.js';
import { AccessExplanations } from './explanations.js';

@Module({ providers: [AccessChanges, AccessExplanations, ExplainResolver] })
export class ExplainModule {}
