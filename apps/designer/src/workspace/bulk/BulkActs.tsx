import { Ellipsis, Zap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton, Menu, useNarrow, type MenuAction } from '../../ui/index.js';
import type { BulkAct } from './bulk-act.js';

/** The acts as buttons, those that run something behind one; on a phone all of them behind one. */
export function BulkActs({ acts }: { readonly acts: readonly BulkAct[] }) {
  const { t } = useTranslation();
  const isNarrow = useNarrow();
  const runs = acts.filter(({ isRun }) => isRun);
  const isPending = acts.some((act) => act.isPending);
  if (isNarrow) {
    return (
      <Menu label={t('lists.bulk.actions')} placement="top end" trigger={<Button variant="primary" icon={Ellipsis} isPending={isPending}>{t('lists.bulk.actions')}</Button>}
        groups={[{ id: 'acts', items: acts.filter(({ isRun, id }) => !isRun && id !== 'delete').map(itemOf) }, { id: 'runs', items: runs.map(itemOf) }, { id: 'last', items: acts.filter(({ id }) => id === 'delete').map((act) => ({ ...itemOf(act), tone: 'danger' as const })) }].filter(({ items }) => items.length > 0)} />
    );
  }
  return (
    <>
      {acts.filter(({ isRun, id }) => !isRun && !lastIds.has(id)).map(buttonOf)}
      {runs.length > 0 && (
        <Menu label={t('lists.bulk.run')} placement="top start" trigger={<Button size="small" icon={Zap} isPending={runs.some((act) => act.isPending)}>{t('lists.bulk.run')}</Button>} groups={[{ id: 'runs', items: runs.map(itemOf) }]} />
      )}
      {acts.filter(({ id }) => lastIds.has(id)).map(buttonOf)}
    </>
  );
}

const lastIds: ReadonlySet<string> = new Set(['export', 'delete']);

function buttonOf({ id, label, icon, isPending, href, run }: BulkAct) {
  if (href !== undefined) return <LinkButton key={id} size="small" icon={icon} href={href}>{label}</LinkButton>;
  return <Button key={id} size="small" icon={icon} isPending={isPending ?? false} {...(run && { onPress: run })}>{label}</Button>;
}

function itemOf({ id, label, icon, href, run }: BulkAct): MenuAction {
  return { id, label, icon, ...(href !== undefined ? { href } : run && { onAction: run }) };
}
