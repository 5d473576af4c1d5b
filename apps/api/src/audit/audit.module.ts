import { Module } from '@nestjs/common';
import { OperationsModule } from '../operations/operations.module.js';
import { AuditLog } from './audit-log.js';
import { AuditLogResolver } from './audit-log.resolver.js';

/** Who changed what, and when. */
@Module({ imports: [OperationsModule], providers: [AuditLog, AuditLogResolver] })
export class AuditModule {}
