import DataLoader from 'dataloader';
import { In, type DataSource } from 'typeorm';
import { Order, OrderLine, User } from './entities.js';

/** One set of loaders per request: what the fields of one answer ask for is fetched together. */
export interface Loaders {
  readonly users: DataLoader<string, User | null>;
  readonly orders: DataLoader<string, Order[]>;
  readonly lines: DataLoader<string, OrderLine[]>;
}

export function makeLoaders(database: DataSource): Loaders {
  return {
    users: new DataLoader(async (ids) => {
      const found = new Map((await database.getRepository(User).findBy({ id: In([...ids]) })).map((user) => [user.id, user]));
      return ids.map((id) => found.get(id) ?? null);
    }),
    orders: new DataLoader(async (ids) => {
      const found = await database.getRepository(Order).find({ where: { customerId: In([...ids]) }, order: { orderedOn: 'DESC', id: 'DESC' } });
      return groupBy(ids, found, ({ customerId }) => customerId);
    }),
    lines: new DataLoader(async (ids) => {
      const found = await database.getRepository(OrderLine).find({ where: { orderId: In([...ids]) }, order: { id: 'ASC' } });
      return groupBy(ids, found, ({ orderId }) => orderId);
    }),
  };
}

function groupBy<T>(ids: readonly string[], rows: readonly T[], keyOf: (row: T) => string): T[][] {
  const groups = new Map<string, T[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return ids.map((id) => groups.get(id) ?? []);
}
