import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings.js';
import { Announcements } from './announcements.js';
import { makeDataSourceOptions } from './data-source-options.js';
import { entities } from './entities/index.js';
import { migrate } from './migrate.js';
import { OrgDatabase } from './org-database.js';
import { ReadingPool } from './reading-pool.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Settings],
      useFactory: async (settings: Settings) => {
        await migrate(settings);
        return makeDataSourceOptions(settings);
      },
      dataSourceFactory: async (options) => {
        if (!options) throw new Error('The database has no settings.');
        return new DataSource(options).initialize();
      },
    }),
    TypeOrmModule.forFeature(entities),
  ],
  providers: [
    // The connection comes first: making it migrates, and migrating makes the role.
    { provide: ReadingPool, inject: [Settings, DataSource], useFactory: (settings: Settings) => ReadingPool.open(settings) },
    OrgDatabase,
    Announcements,
  ],
  exports: [OrgDatabase, Announcements, TypeOrmModule],
})
export class DatabaseModule {}
