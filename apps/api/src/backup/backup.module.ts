import { Module } from '@nestjs/common';
import { BackupFiles } from './backup-files.js';
import { Restores } from './restores.js';

/** Whole orgs out and in again. */
@Module({ providers: [BackupFiles, Restores], exports: [BackupFiles, Restores] })
export class BackupModule {}
