import type { MessageTemplateDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { Moon, Sun } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../shell/index.js';
import { ErrorState, Notice, RecordField, SegmentedControl, SkeletonLines, useColourScheme } from '../../ui/index.js';
import { MailFrame } from './MailFrame.js';
import type { MailScheme } from './mail-frame.js';
import { messageLanguages, type MessageLanguage } from './message-draft.js';
import { previewOptions } from './message-queries.js';
import styles from './Messages.module.css';

interface MessagePreviewPaneProps {
  readonly template: MessageTemplateDocument;
  readonly language: MessageLanguage;
  readonly onLanguage: (language: MessageLanguage) => void;
  readonly recordId: string | null;
  readonly onRecord: (recordId: string | null) => void;
}

/** The message as somebody would get it: about a record, in a language, in the light or in the dark. */
export function MessagePreviewPane({ template, language, onLanguage, recordId, onRecord }: MessagePreviewPaneProps) {
  const { t } = useTranslation();
  const scheme = useColourScheme();
  const [chosen, setChosen] = useState<MailScheme | null>(null);
  const shown = useDeferredValue(template);
  const { data, error, isPending, refetch } = useQuery(previewOptions(shown, language, template.object === undefined ? null : recordId));
  const own = chosen ?? (scheme === 'dark' ? 'dark' : 'light');
  return (
    <section className={styles['preview']} aria-label={t('mail.preview')}>
      <div className={styles['previewTools']}>
        <h2 className={styles['heading']}>{t('mail.preview')}</h2>
        {template.object !== undefined && <div className={styles['record']}><RecordField label={t('mail.previewRecord')} hideLabel object={template.object} value={recordId} onChange={onRecord} /></div>}
        <SegmentedControl label={t('mail.language')} value={language} onChange={onLanguage} segments={messageLanguages.map((value) => ({ value, label: languageNames[value] }))} />
        {template.channel === 'email' && <SegmentedControl<MailScheme> label={t('mail.scheme')} value={own} onChange={setChosen} segments={[{ value: 'light', label: t('shell.theme.light'), icon: Sun }, { value: 'dark', label: t('shell.theme.dark'), icon: Moon }]} />}
      </div>
      {template.object !== undefined && recordId === null && <p className={styles['quiet']}>{t('mail.previewChoose')}</p>}
      {isPending && <SkeletonLines count={6} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && data.unresolved.length > 0 && <Notice tone="warning" title={t('mail.unresolvedTitle', { count: data.unresolved.length })}>{data.unresolved.map(({ token, message }) => `{{ ${token} }}: ${message}`).join(' ')}</Notice>}
      {data && template.channel === 'email' && (
        <div className={styles['mail']}>
          <p className={styles['subject']}><span className={styles['quiet']}>{t('mail.subject')}</span> {data.subject === '' ? <em className={styles['quiet']}>{t('mail.noSubject')}</em> : data.subject}</p>
          <MailFrame html={data.html} scheme={own} title={t('mail.previewIn', { language: languageNames[language] })} />
        </div>
      )}
      {data && template.channel === 'notification' && <p className={styles['notification']} lang={language}>{data.text}</p>}
    </section>
  );
}
