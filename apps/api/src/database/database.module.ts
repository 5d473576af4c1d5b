import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Settings } from '../config/settings.js';
import { Announcements } from './announcements.js';
import { makeDataSourceOptions } from './data-source-options.js';
import { entities } from './entities/index.js';
import { OrgDatabase } from './org-database.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Settings],
      useFactory: (settings: Settings) => ({ ...makeDataSourceOptions(settings), retryAttempts: 10, retryDelay: 1_000 }),
    }),
    TypeOrmModule.forFeature(entities),
  ],
  providers: [OrgDatabase, Announcements],
  exports: [OrgDatabase, Announcements, TypeOrmModule],
})
export class DatabaseModule {}
