import type { ObjectDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Select, showToast, TextField } from '../../ui/index.js';
import { mappingsOptions, useSaveMapping } from './import-queries.js';
import { planOf, stateOf, type WizardState } from './wizard-state.js';
import styles from './Import.module.css';

interface SavedMappingsProps {
  readonly object: ObjectDescription;
  readonly state: WizardState;
  readonly headings: readonly string[];
  readonly onChange: (change: Partial<WizardState>) => void;
}

/** How files of this kind were brought in before, and a name for how this one is. */
export function SavedMappings({ object, state, headings, onChange }: SavedMappingsProps) {
  const { t } = useTranslation();
  const [isNaming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const { data: mappings = [] } = useQuery(mappingsOptions(object.name));
  const { mutate: save, isPending } = useSaveMapping();
  const keep = () => save({ name, plan: planOf(state) }, {
    onSuccess: () => { setNaming(false); showToast({ message: t('importing.mapping.saved', { name }) }); },
    onError: (failure) => showToast({ message: failure.message, tone: 'danger' }),
  });
  return (
    <div className={styles['saved']}>
      {mappings.length > 0 && (
        <Select label={t('importing.mapping.take')} hideLabel value={null} placeholder={t('importing.mapping.take')} choices={mappings.map(({ id, name: label }) => ({ value: id, label }))}
          onChange={(id) => {
            const chosen = mappings.find((one) => one.id === id);
            if (chosen) onChange(stateOf(chosen.plan, headings));
          }} />
      )}
      <Button icon={Bookmark} isDisabled={Object.keys(state.columns).length === 0} onPress={() => setNaming(true)}>{t('importing.mapping.save')}</Button>
      <Dialog isOpen={isNaming} onOpenChange={setNaming} title={t('importing.mapping.save')} size="small"
        footer={<><Button onPress={() => setNaming(false)}>{t('ui.cancel')}</Button><Button variant="primary" isDisabled={name.trim() === ''} isPending={isPending} onPress={keep}>{t('ui.save')}</Button></>}>
        <TextField label={t('importing.mapping.name')} value={name} onChange={setName} help={t('importing.mapping.saveHelp')} />
      </Dialog>
    </div>
  );
}
