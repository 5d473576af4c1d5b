import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Menu, showToast, TextField } from '../../ui/index.js';
import type { AuditWish } from './audit-wish.js';
import { useSavedFilters } from './saved-filters.js';

interface FilterMenuProps {
  readonly wish: AuditWish;
  readonly isNarrowed: boolean;
  readonly onChoose: (wish: AuditWish) => void;
}

/** Filters kept by name: chosen, saved and forgotten. */
export function FilterMenu({ wish, isNarrowed, onChoose }: FilterMenuProps) {
  const { t } = useTranslation();
  const { saved, save, forget } = useSavedFilters();
  const [name, setName] = useState<string | null>(null);
  const submit = () => {
    const given = name?.trim() ?? '';
    if (given === '') return;
    save({ name: given, wish });
    setName(null);
    showToast({ message: t('keeping.audit.filterSaved', { name: given }), isBrief: true });
  };
  const present = saved.find((one) => JSON.stringify(one.wish) === JSON.stringify(wish));
  return (
    <>
      <Menu label={t('keeping.audit.savedFilters')} placement="bottom end" trigger={<Button icon={Bookmark}>{present?.name ?? t('keeping.audit.savedFilters')}</Button>} groups={[
        { id: 'saved', items: saved.map((one) => ({ id: `open ${one.name}`, label: one.name, onAction: () => onChoose(one.wish) })) },
        { id: 'keep', items: [
          ...(isNarrowed && !present ? [{ id: 'save', label: t('keeping.audit.saveFilter'), onAction: () => setName('') }] : []),
          ...(present ? [{ id: 'forget', label: t('keeping.audit.forgetFilter', { name: present.name }), tone: 'danger' as const, onAction: () => forget(present.name) }] : []),
          ...(saved.length === 0 && !isNarrowed ? [{ id: 'none', label: t('keeping.audit.noSaved'), isDisabled: true, onAction: () => undefined }] : []),
        ] },
      ].filter(({ items }) => items.length > 0)} />
      {name !== null && (
        <Dialog isOpen size="small" onOpenChange={() => setName(null)} title={t('keeping.audit.saveTitle')} footer={<><Button onPress={() => setName(null)}>{t('ui.cancel')}</Button><Button variant="primary" isDisabled={name.trim() === ''} onPress={submit}>{t('ui.save')}</Button></>}>
          <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}><TextField label={t('keeping.audit.filterName')} isRequired autoFocus maxLength={60} value={name} onChange={setName} /></form>
        </Dialog>
      )}
    </>
  );
}
