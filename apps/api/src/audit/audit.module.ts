import { Module } from '@nestjs/common';
import { OperationsModule } from '../operations/operations.module.js';
import { AuditLog } from './audit-log.js';
import { AuditLogResolver } from './audit-log.resolver.js';
import { CheckpointSeal } from './checkpoint-seal.js';
import { TrailRetention } from './trail-retention.js';
import { TrailResolver } from './trail.resolver.js';
import { TrailUpkeep } from './trail-upkeep.js';
import { TrailVerifier } from './trail-verifier.js';

/** Who changed what, and when. */
@Module({ imports: [OperationsModule], providers: [AuditLog, AuditLogResolver, CheckpointSeal, TrailResolver, TrailRetention, TrailUpkeep, TrailVerifier] })
export class AuditModule {}
