import { sql, type RawBuilder } from 'kysely';

type Columns = Readonly<Record<string, RawBuilder<unknown>>>;

/** What the roll-ups of `roll-up-documents.ts` should be, written by hand from what the documents say, over a record `o`. */
export function expectedRollUps(schema: string): readonly { readonly table: string; readonly columns: Columns }[] {
  const [customer, order, line] = ['customer', 'order', 'line'].map((table) => sql.id(schema, table)) as [RawBuilder<unknown>, RawBuilder<unknown>, RawBuilder<unknown>];
  const net = sql`l.price * l.quantity * (1 - coalesce(l.discount, 0))`;
  const ofLines = (value: RawBuilder<unknown>, id: RawBuilder<unknown>, filter = sql`true`) =>
    sql`(select ${value} from ${line} l where l.order_id = ${id} and l.deleted_at is null and ${filter})`;
  const total = (id: RawBuilder<unknown>) => ofLines(sql`coalesce(sum(${net}), 0)`, id, sql`not coalesce(l.cancelled, false)`);
  const ofOrders = (value: RawBuilder<unknown>, id: RawBuilder<unknown>, filter = sql`true`) =>
    sql`(select ${value} from ${order} r where r.customer_id = ${id} and r.deleted_at is null and ${filter})`;
  const revenue = (id: RawBuilder<unknown>) => ofOrders(sql`coalesce(sum(${total(sql`r.id`)}), 0)`, id, sql`r.status = 'won'`);
  const orders = (id: RawBuilder<unknown>) => ofOrders(sql`count(*)`, id);
  const placed = (value: RawBuilder<unknown>, direction: RawBuilder<unknown>, filter = sql`true`) =>
    sql`(select ${value} from ${order} r where r.customer_id = o.id and r.deleted_at is null and r.ordered_on is not null and ${filter} order by r.ordered_on ${direction}, r.id ${direction} limit 1)`;
  const ofBrought = (value: RawBuilder<unknown>, filter = sql`true`) =>
    sql`(select ${value} from ${customer} c where c.brought_by_id = o.id and c.deleted_at is null and ${filter})`;
  const ofCustomers = (value: RawBuilder<unknown>) => sql`(select ${value} from ${customer} c where c.region_id = o.id and c.deleted_at is null)`;
  const id = sql`o.id`;
  return [
    {
      table: 'order',
      columns: {
        total: sql`round(${total(id)}, 2)`,
        line_count: ofLines(sql`count(*)`, id, sql`l.quantity > 1`),
        dearest: ofLines(sql`max(round(${net}, 2))`, id),
      },
    },
    {
      table: 'customer',
      columns: {
        order_count: orders(id),
        revenue: sql`round(${revenue(id)}, 2)`,
        average: sql`round(${ofOrders(sql`avg(${total(sql`r.id`)})`, id)}, 2)`,
        largest: ofOrders(sql`max(r.freight)`, id),
        smallest: ofOrders(sql`min(r.freight)`, id, sql`coalesce(r.status, '') <> 'lost'`),
        first_day: ofOrders(sql`min(r.ordered_on)`, id),
        last_status: placed(sql`r.status`, sql`desc`),
        first_freight: placed(sql`r.freight`, sql`asc`, sql`r.urgent`),
        brought_count: ofBrought(sql`count(*)`),
        brought_rating: ofBrought(sql`coalesce(sum(c.rating), 0)`, sql`${orders(sql`c.id`)} > 0`),
        brought_best: ofBrought(sql`max(round(${revenue(sql`c.id`)} + 10 * coalesce(c.rating, 0), 2))`),
      },
    },
    {
      table: 'region',
      columns: {
        revenue: sql`round(${ofCustomers(sql`coalesce(sum(${revenue(sql`c.id`)}), 0)`)}, 2)`,
        customer_count: ofCustomers(sql`count(*)`),
        order_count: ofCustomers(sql`coalesce(sum(${orders(sql`c.id`)}), 0)`),
        busiest: ofCustomers(sql`max(${orders(sql`c.id`)})`),
      },
    },
  ];
}
