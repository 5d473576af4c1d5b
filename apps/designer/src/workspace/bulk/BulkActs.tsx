import { Ellipsis, Zap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton, Menu, useBelow, useNarrow, type MenuAction } from '../../ui/index.js';
import type { BulkAct } from './bulk-act.js';

/** The acts as buttons, those that run something behind one; where there is less room, all but the first behind one, and on a phone all. */
export function BulkActs({ acts }: { readonly acts: readonly BulkAct[] }) {
  const { t } = useTranslation();
  const isNarrow = useNarrow();
  const isTight = useBelow(roomForAll);
  if (isNarrow || isTight) {
    const shown = isNarrow ? [] : acts.filter(({ isRun }) => !isRun).slice(0, mostWhereTight);
    return <>{shown.map(buttonOf)}<ActMenu acts={acts.filter((act) => !shown.includes(act))} isPrimary={isNarrow} /></>;
  }
  const runs = acts.filter(({ isRun }) => isRun);
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

function ActMenu({ acts, isPrimary }: { readonly acts: readonly BulkAct[]; readonly isPrimary: boolean }) {
  const { t } = useTranslation();
  const groups = [
    { id: 'acts', items: acts.filter(({ isRun, id }) => !isRun && id !== 'delete').map(itemOf) },
    { id: 'runs', items: acts.filter(({ isRun }) => isRun).map(itemOf) },
    { id: 'last', items: acts.filter(({ id }) => id === 'delete').map((act) => ({ ...itemOf(act), tone: 'danger' as const })) },
  ].filter(({ items }) => items.length > 0);
  if (groups.length === 0) return null;
  return <Menu label={t('lists.bulk.actions')} placement="top end" groups={groups} trigger={<Button {...(isPrimary ? { variant: 'primary' as const } : { size: 'small' as const })} icon={Ellipsis} isPending={acts.some((act) => act.isPending)}>{t('lists.bulk.actions')}</Button>} />;
}

const roomForAll = 1280;
const mostWhereTight = 3;
const lastIds: ReadonlySet<string> = new Set(['export', 'delete']);

function buttonOf({ id, label, icon, isPending, href, run }: BulkAct) {
  if (href !== undefined) return <LinkButton key={id} size="small" icon={icon} href={href}>{label}</LinkButton>;
  return <Button key={id} size="small" icon={icon} isPending={isPending ?? false} {...(run && { onPress: run })}>{label}</Button>;
}

function itemOf({ id, label, icon, href, run }: BulkAct): MenuAction {
  return { id, label, icon, ...(href !== undefined ? { href } : run && { onAction: run }) };
}
