import type { ObjectDescription } from '@guanxi/metadata';
import { useNavigate } from '@tanstack/react-router';
import { BellRing, FileX, PhoneCall } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Notice, ObjectGlyph, RadioGroup, Select, TextField } from '../../../ui/index.js';
import { keepUnsaved } from '../editor/unsaved-workflows.js';
import { startFrom, suitableObject, type TemplateName } from './workflow-templates.js';
import styles from './List.module.css';

interface NewWorkflowDialogProps {
  readonly objects: readonly ObjectDescription[];
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

/** From a template or from nothing; the workflow is only kept once it is saved in the designer. */
export function NewWorkflowDialog({ objects, taken, onClose }: NewWorkflowDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [template, setTemplate] = useState<TemplateName>('quiet');
  const [object, setObject] = useState<string | null>(suitableObject('quiet', objects) ?? null);
  const [title, setTitle] = useState('');
  const suggested = t(`automation.template.${template}.name`);
  const start = object === null ? null : startFrom(template, objects, object, t);
  const create = () => {
    if (!start) return;
    const words = title.trim() || suggested;
    const name = freeName(words, template, taken);
    keepUnsaved({ kind: 'workflow', name, title: words, ...start, guanxi: {} });
    void navigate({ to: '/setup/workflows/$workflow', params: { workflow: name } });
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('automation.new.action')} description={t('automation.new.help')} size="large"
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isDisabled={!start} onPress={create}>{t('automation.new.create')}</Button></>}>
      <form className={styles['stack']} onSubmit={(event) => { event.preventDefault(); create(); }}>
        <RadioGroup label={t('automation.new.from')} isCards value={template}
          onChange={(next) => { setTemplate(next as TemplateName); setObject(suitableObject(next as TemplateName, objects) ?? object); }}
          choices={[
            { value: 'quiet', icon: PhoneCall, label: t('automation.template.quiet.title'), description: t('automation.template.quiet.description') },
            { value: 'welcome', icon: BellRing, label: t('automation.template.welcome.title'), description: t('automation.template.welcome.description') },
            { value: 'blank', icon: FileX, label: t('automation.template.blank.title'), description: t('automation.template.blank.description') },
          ]} />
        <TextField label={t('automation.new.title')} value={title} onChange={setTitle} placeholder={suggested} maxLength={200} />
        <Select label={t('automation.object')} value={object} onChange={setObject} isRequired help={t('automation.new.objectHelp')}
          choices={objects.filter(({ platform }) => !platform).map(({ name, label, icon, color }) => ({ value: name, label, glyph: <ObjectGlyph icon={icon} hue={color} name={name} size="small" /> }))} />
        {object !== null && !start && <Notice tone="warning">{t('automation.new.unsuitable')}</Notice>}
      </form>
    </Dialog>
  );
}

/** A name for addresses and the API: of the title where it has Latin letters, else of the template. */
function freeName(title: string, template: string, taken: readonly string[]): string {
  const stem = (title.normalize('NFD').toLowerCase().match(/[a-z0-9]+/g) ?? [template, 'workflow']).join('-').slice(0, 60);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.includes(name)) return name;
  }
}
