import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** The connection pool that TypeORM made and closes. */
export function readPool(dataSource: DataSource): Pool {
  const { driver } = dataSource;
  if (!dataSource.isInitialized || !('master' in driver)) throw new Error('The database is not connected yet.');
  return driver.master as Pool;
}
