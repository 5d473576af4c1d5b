import { useCallback, useMemo, useState } from 'react';
import { useFormat } from '../format/index.js';
import { Badge, DataGrid, Person, type GridColumn, type GridSort } from '../ui/index.js';
import styles from './Gallery.module.css';

interface Order { readonly id: string; readonly customer: string; readonly owner: string; readonly tier: string; readonly amount: string; readonly day: string }

const customers = ['Alfreds Futterkiste', 'Ana Trujillo Emparedados', '王小明股份有限公司', 'Berglunds snabbköp', 'Blauer See Delikatessen', '上海贸易'];
const owners = ['Ada Lovelace', '陳怡君', 'Grace Hopper'];
const tiers = [['Gold', 'amber'], ['Silver', 'sky'], ['Bronze', 'orange']] as const;

export function GridSection() {
  const format = useFormat();
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const [sort, setSort] = useState<GridSort | null>({ columnId: 'amount', direction: 'descending' });
  const [openKey, setOpenKey] = useState<string | null>(null);
  const columns = useMemo((): readonly GridColumn<Order>[] => [
    { id: 'customer', header: 'Customer', width: 240, isSortable: true, render: ({ customer }) => customer, footer: `${format.number(100_000)} orders` },
    { id: 'tier', header: 'Tier', width: 120, isSortable: true, render: ({ tier }) => <Badge hue={tiers.find(([name]) => name === tier)?.[1] ?? null}>{tier}</Badge> },
    { id: 'owner', header: 'Owner', width: 180, render: ({ owner }) => <Person name={owner} /> },
    { id: 'day', header: 'Ordered on', width: 140, align: 'end', isSortable: true, render: ({ day }) => format.date(day) },
    { id: 'amount', header: 'Amount', width: 150, align: 'end', isSortable: true, render: ({ amount }) => format.money(amount, 'USD'), footer: format.money('2500315.63', 'USD') },
    { id: 'city', header: 'City', width: 180, render: () => 'Mannheim' }, { id: 'phone', header: 'Phone', width: 180, render: () => '+886 2 1234 5678' },
    { id: 'note', header: 'Notes', width: 260, render: () => 'Called last week, wants a quote for the spring range' },
  ], [format]);
  const getRow = useCallback((index: number): Order | undefined => (index % 100 > 97 ? undefined : {
    id: String(index), customer: customers[index % customers.length] ?? '', owner: owners[index % owners.length] ?? '', tier: tiers[index % 3]?.[0] ?? '',
    amount: ((index * 7919) % 99_999 / 10 + 10).toFixed(2), day: `1997-0${(index % 9) + 1}-1${index % 10}`,
  }), []);
  return (
    <div className={styles['tall']}>
      <DataGrid label="Orders" columns={columns} rowCount={100_000} getRow={getRow} rowKey={({ id }) => id} rowName={({ customer }) => customer}
        sort={sort} onSortChange={setSort} selection={selection} onSelectionChange={setSelection} onOpenRow={({ id }) => setOpenKey(id)} openRowKey={openKey} />
    </div>
  );
}
