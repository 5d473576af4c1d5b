import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, type Problem } from '../../api/index.js';
import { Button, Checkbox, ErrorSummary, RadioGroup, Sheet, showToast, TextField } from '../../ui/index.js';
import { useCreateSandbox, type SandboxCopies } from './sandbox-queries.js';
import styles from '../apps/Apps.module.css';

/** One step: what it is called, how much is copied, whether people stay recognizable. */
export function NewSandboxSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [copies, setCopies] = useState<SandboxCopies>('SAMPLE');
  const [isMasked, setMasked] = useState(true);
  const [problems, setProblems] = useState<readonly Pick<Problem, 'path' | 'message'>[]>([]);
  const { mutateAsync: create, isPending } = useCreateSandbox();
  const ofName = problems.find(({ path }) => path === '/name');

  const submit = async () => {
    try {
      await create({ name, copies, masked: copies !== 'NONE' && isMasked });
      showToast({ message: t('platform.sandboxes.created', { name }), description: t('platform.sandboxes.createdHint'), tone: 'success' });
      onClose();
    } catch (failure) {
      setProblems(failure instanceof ApiError && failure.problems.length > 0 ? failure.problems : [{ path: '', message: failure instanceof Error ? failure.message : String(failure) }]);
    }
  };
  return (
    <Sheet isOpen onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('platform.sandboxes.new')} description={t('platform.sandboxes.newBody')}
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} isDisabled={name.trim() === ''} onPress={() => void submit()}>{t('platform.sandboxes.create')}</Button></>}>
      <form className={styles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') void submit(); }}>
        {problems.length > 0 && !ofName && <ErrorSummary title={t('platform.sandboxes.refused')} entries={problems} />}
        <TextField label={t('platform.sandboxes.name')} isRequired autoFocus maxLength={60} placeholder={t('platform.sandboxes.nameExample')} value={name} onChange={(next) => { setName(next); setProblems([]); }} error={ofName?.message} />
        <RadioGroup label={t('platform.sandboxes.copies')} value={copies} onChange={(next) => setCopies(next as SandboxCopies)} choices={(['NONE', 'SAMPLE', 'ALL'] as const).map((value) => (
          { value, label: t(`platform.sandboxes.copy.${value}`), description: t(`platform.sandboxes.copyBody.${value}`) }
        ))} />
        <Checkbox isSelected={copies !== 'NONE' && isMasked} isDisabled={copies === 'NONE'} onChange={setMasked} help={t('platform.sandboxes.maskBody')}>{t('platform.sandboxes.mask')}</Checkbox>
      </form>
    </Sheet>
  );
}
