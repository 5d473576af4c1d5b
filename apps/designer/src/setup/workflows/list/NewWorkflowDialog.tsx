import type { ObjectDescription } from '@guanxi/metadata';
import { useNavigate } from '@tanstack/react-router';
import { AlarmClock, BellRing, CalendarRange, FileX, Hourglass, Milestone, PhoneCall, Stamp, UserRoundPlus, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Notice, ObjectGlyph, RadioGroup, Select, TextArea, TextField } from '../../../ui/index.js';
import { keepUnsaved } from '../editor/unsaved-workflows.js';
import { DescribedStart } from './describe/DescribedStart.js';
import { readDescription } from './describe/read-description.js';
import { freeName } from './free-name.js';
import { startFrom, suitableObject, templateNames, type TemplateName } from './workflow-templates.js';
import styles from './List.module.css';

interface NewWorkflowDialogProps {
  readonly objects: readonly ObjectDescription[];
  readonly taken: readonly string[];
  /** The one to begin with. */
  readonly chosen?: TemplateName;
  readonly onClose: () => void;
}

export const templateIcons: Readonly<Record<TemplateName, LucideIcon>> = {
  quiet: PhoneCall, overdue: AlarmClock, deadline: Hourglass, welcome: BellRing, stage: Milestone, assign: UserRoundPlus, approval: Stamp, weekly: CalendarRange, blank: FileX,
};

const longestTitle = 200;

/** In one's own words, from a template or from nothing; the workflow is only kept once it is saved in the designer. */
export function NewWorkflowDialog({ objects, taken, chosen = 'quiet', onClose }: NewWorkflowDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [template, setTemplate] = useState<TemplateName>(chosen);
  const [object, setObject] = useState<string | null>(suitableObject(chosen, objects, t) ?? null);
  const [title, setTitle] = useState('');
  const isDescribed = text.trim() !== '';
  const described = isDescribed ? readDescription(text, objects, t) : undefined;
  const suggested = isDescribed ? text.trim().replaceAll(/\s+/g, ' ').slice(0, longestTitle) : t(`starters.templates.${template}.name`);
  const start = isDescribed ? (described ?? null) : object === null ? null : startFrom(template, objects, object, t);
  const create = () => {
    if (!start) return;
    const words = title.trim() || suggested;
    const name = freeName(words, isDescribed ? 'described' : template, taken);
    keepUnsaved({ kind: 'workflow', name, title: words, ...start, guanxi: {} });
    void navigate({ to: '/setup/workflows/$workflow', params: { workflow: name } });
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('automation.new.action')} description={t('automation.new.help')} size="large"
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isDisabled={!start} onPress={create}>{t('automation.new.create')}</Button></>}>
      <form className={styles['stack']} onSubmit={(event) => { event.preventDefault(); create(); }}>
        <TextArea label={t('starters.describe')} value={text} onChange={setText} maxLength={1000} rows={2} placeholder={t('starters.example')} help={t('starters.describeHelp')} />
        {isDescribed && (described ? <DescribedStart start={described} objects={objects} /> : <Notice tone="info">{t('starters.notUnderstood')}</Notice>)}
        {!isDescribed && (
          <RadioGroup label={t('starters.or')} isCards value={template}
            onChange={(next) => { setTemplate(next as TemplateName); setObject(suitableObject(next as TemplateName, objects, t) ?? object); }}
            choices={templateNames.map((value) => ({ value, icon: templateIcons[value], label: t(`starters.templates.${value}.title`), description: t(`starters.templates.${value}.description`) }))} />
        )}
        <TextField label={t('automation.new.title')} value={title} onChange={setTitle} placeholder={suggested} maxLength={longestTitle} />
        {!isDescribed && (
          <Select label={t('automation.object')} value={object} onChange={setObject} isRequired help={t('automation.new.objectHelp')}
            choices={objects.filter(({ platform }) => !platform).map(({ name, label, icon, color }) => ({ value: name, label, glyph: <ObjectGlyph icon={icon} hue={color} name={name} size="small" /> }))} />
        )}
        {!isDescribed && object !== null && !start && <Notice tone="warning">{t('starters.unsuitable')}</Notice>}
      </form>
    </Dialog>
  );
}
