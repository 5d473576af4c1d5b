import { translate, type ObjectDocument } from '@guanxi/metadata';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CopyX, Ellipsis, Pencil, Plus, ScanSearch, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, Button, EmptyState, IconButton, Menu, PlainButton, SimpleTable, Switch, useShortcut } from '../../../ui/index.js';
import { useEdit } from '../../documents/use-edit.js';
import { withDuplicateRules, type DuplicateRuleKeyword } from './duplicate-draft.js';
import { DuplicateRuleSheet } from './DuplicateRuleSheet.js';
import { FoundDuplicatesSheet } from './FoundDuplicatesSheet.js';
import styles from '../Object.module.css';

/** When two records count as the same, and what saving such a one does. */
export function DuplicatesTab({ object, isPublished, isRemoved }: { readonly object: ObjectDocument; readonly isPublished: boolean; readonly isRemoved: boolean }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { open: opened } = useSearch({ strict: false }) as { readonly open?: string };
  const [isAdding, setAdding] = useState(false);
  const [searching, setSearching] = useState<DuplicateRuleKeyword | null>(null);
  const { edit } = useEdit();
  const rules = object.guanxi.duplicates ?? [];
  const chosen = rules.find(({ name }) => name === opened);
  const open = (name: string | undefined) => void navigate({ to: '/setup/objects/$object', params: { object: object.name }, search: { tab: 'duplicates', ...(name !== undefined && { open: name }) }, replace: true });
  useShortcut({ keys: 'c', label: t('model.duplicates.new'), section: t('shell.setup'), isDisabled: isRemoved, run: () => setAdding(true) });
  const titleOf = ({ title, titles }: DuplicateRuleKeyword) => translate(title, titles, i18n.language);
  const change = (next: readonly DuplicateRuleKeyword[], message: string) => void edit({ documents: [withDuplicateRules(object, next)] }, message);
  const create = <Button variant="primary" icon={Plus} isDisabled={isRemoved} onPress={() => setAdding(true)}>{t('model.duplicates.new')}</Button>;
  const fieldTitle = (name: string) => object.properties[name]?.title ?? name;
  return (
    <div className={styles['panel']}>
      {rules.length === 0
        ? <EmptyState icon={CopyX} title={t('model.duplicates.none')} actions={create}>{t('model.duplicates.noneBody')}</EmptyState>
        : (
          <>
            <div className={styles['tools']}><p className={styles['quiet']}>{t('model.duplicates.description')}</p><span className={styles['end']}>{create}</span></div>
            <SimpleTable label={t('setup.object.tab.duplicates')} rows={rules} rowKey={({ id }) => id} isRowMuted={({ active }) => active === false} onOpenRow={({ name }) => { if (!isRemoved) open(name); }} columns={[
              { id: 'on', header: t('model.rules.on'), width: '64px', render: (rule) => <Switch aria-label={t('model.rules.switch', { name: titleOf(rule) })} isSelected={rule.active !== false} isDisabled={isRemoved} onChange={(isOn) => change(rules.map((one) => (one.id === rule.id ? switched(one, isOn) : one)), t(isOn ? 'model.rules.switchedOn' : 'model.rules.switchedOff', { name: titleOf(rule) }))} /> },
              { id: 'title', header: t('model.rules.rule'), render: (rule) => <PlainButton className={styles['open'] ?? ''} isDisabled={isRemoved} onPress={() => open(rule.name)}>{titleOf(rule)}</PlainButton> },
              { id: 'match', header: t('model.duplicates.match'), render: ({ match }) => match.map(({ field, how }) => t(`model.duplicates.matched.${how}`, { field: fieldTitle(field) })).join(t('model.condition.and')) },
              { id: 'onSave', header: t('model.duplicates.onSave'), render: ({ onSave }) => <Badge tone={onSave === 'block' ? 'danger' : onSave === 'warn' ? 'warning' : 'neutral'}>{t(`model.duplicates.saves.${onSave}`)}</Badge> },
              {
                id: 'actions', header: '', width: '40px', render: (rule) => (
                  <Menu label={t('ui.more')} placement="bottom end" trigger={<IconButton size="small" icon={Ellipsis} label={t('model.rules.actions', { name: titleOf(rule) })} isDisabled={isRemoved} />} groups={[
                    { id: 'edit', items: [
                      { id: 'edit', label: t('ui.edit'), icon: Pencil, onAction: () => open(rule.name) },
                      { id: 'find', label: t('model.duplicates.find'), icon: ScanSearch, isDisabled: !isPublished, onAction: () => setSearching(rule) },
                    ] },
                    { id: 'remove', items: [{ id: 'remove', label: t('ui.remove'), icon: Trash2, tone: 'danger', onAction: () => change(rules.filter(({ id }) => id !== rule.id), t('setup.remove.done', { name: titleOf(rule) })) }] },
                  ]} />
                ),
              },
            ]} />
          </>
        )}
      {isAdding && <DuplicateRuleSheet object={object} rule={null} onClose={() => setAdding(false)} />}
      {chosen && !isRemoved && <DuplicateRuleSheet key={chosen.id} object={object} rule={chosen} onClose={() => open(undefined)} />}
      {searching && <FoundDuplicatesSheet object={object.name} rule={searching.name} title={titleOf(searching)} onClose={() => setSearching(null)} />}
    </div>
  );
}

function switched({ active: _active, ...rule }: DuplicateRuleKeyword, isOn: boolean): DuplicateRuleKeyword {
  return isOn ? rule : { ...rule, active: false };
}
