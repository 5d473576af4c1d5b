import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { ArrowDownUp, Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton, Popover, Select } from '../../ui/index.js';
import type { ListOrder } from './list-view.js';
import styles from './ListPage.module.css';

interface SortPopoverProps {
  readonly object: ObjectDescription;
  readonly workspace: Pick<WorkspaceDescription, 'objects'>;
  readonly orders: readonly ListOrder[];
  readonly onChange: (orders: readonly ListOrder[]) => void;
}

const mostOrders = 4;

/** By what the list is sorted, and then by what. */
export function SortPopover({ object, workspace, orders, onChange }: SortPopoverProps) {
  const { t } = useTranslation();
  const fields = object.fields.filter(({ sortable, target, name }) => (sortable || workspace.objects.some((candidate) => candidate.name === target)) && name !== 'id' && name !== 'version');
  const free = fields.find(({ name }) => !orders.some(({ field }) => field === name));
  const title = t('lists.sort.title');
  return (
    <Popover label={title} placement="bottom end" trigger={<Button variant="quiet" size="small" icon={ArrowDownUp}>{orders.length > 0 ? t('lists.sort.chosen', { count: orders.length }) : title}</Button>}>
      <div className={styles['orders']}>
        {orders.length === 0 && <p className={styles['note']}>{t('lists.sort.none')}</p>}
        {orders.map((order, index) => (
          <div key={order.field} className={styles['order']}>
            <Select label={t('lists.sort.field')} hideLabel value={order.field} choices={fields.map(({ name, label }) => ({ value: name, label }))} onChange={(field) => { if (field !== null) onChange(orders.with(index, { ...order, field })); }} />
            <Select label={t('lists.sort.direction')} hideLabel value={order.direction} choices={(['asc', 'desc'] as const).map((value) => ({ value, label: t(`lists.sort.${value}`) }))}
              onChange={(direction) => { if (direction === 'asc' || direction === 'desc') onChange(orders.with(index, { ...order, direction })); }} />
            <IconButton icon={X} label={t('ui.remove')} onPress={() => onChange(orders.toSpliced(index, 1))} />
          </div>
        ))}
        {free && orders.length < mostOrders && <div><Button size="small" variant="quiet" icon={Plus} onPress={() => onChange([...orders, { field: free.name, direction: 'asc' }])}>{t('lists.sort.add')}</Button></div>}
      </div>
    </Popover>
  );
}
