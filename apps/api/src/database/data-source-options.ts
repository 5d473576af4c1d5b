import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import type { Settings } from '../config/settings.js';
import { entities } from './entities/index.js';
import { platformMigrations } from './migrations/index.js';
import { ReadingClient } from './reading-client.js';

/** How TypeORM connects. What each connection has set holds for every statement of the process. */
export function makeDataSourceOptions(settings: Settings): DataSourceOptions {
  return {
    type: 'postgres',
    driver: pg,
    url: settings.databaseUrl,
    schema: 'guanxi',
    applicationName: 'guanxi',
    entities,
    migrations: platformMigrations,
    migrationsTableName: 'platform_migration',
    synchronize: false,
    logging: false,
    installExtensions: false,
    extra: connectionOptions(settings),
  };
}

/** What every connection has set, whosever it is; `more`: parameters of PostgreSQL besides. */
export function connectionOptions({ poolSize, statementTimeout }: Settings, more = '') {
  return {
    Client: ReadingClient,
    max: poolSize,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    options: `-c TimeZone=UTC -c jit=off -c statement_timeout=${statementTimeout} -c idle_in_transaction_session_timeout=60000 ${more}`.trimEnd(),
    types: { getTypeParser: readType },
  };
}

const readers: Readonly<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.INT8]: (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : text),
  [pg.types.builtins.DATE]: (text) => text,
};

function readType(oid: number, format?: 'text' | 'binary'): unknown {
  return (format !== 'binary' && readers[oid]) || pg.types.getTypeParser(oid, format);
}
