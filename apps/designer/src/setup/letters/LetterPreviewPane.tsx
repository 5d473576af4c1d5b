import type { DocumentTemplateDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { Download, FileText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, LinkButton, Notice, RecordField, Spinner } from '../../ui/index.js';
import type { MessageLanguage } from '../messages/message-draft.js';
import { letterPreview } from './letter-queries.js';
import styles from './Letters.module.css';

interface LetterPreviewPaneProps {
  readonly template: DocumentTemplateDocument;
  readonly language: MessageLanguage;
  readonly recordId: string | null;
  readonly onRecord: (recordId: string | null) => void;
}

/** Nobody wants a document for each letter that they type. */
const REST_MILLISECONDS = 700;

/** The document of a record as the draft makes it, as the PDF that it is. */
export function LetterPreviewPane({ template, language, recordId, onRecord }: LetterPreviewPaneProps) {
  const { t } = useTranslation();
  const shown = useRested(template);
  const { data, error, isFetching, refetch } = useQuery(letterPreview(shown, language, recordId));
  const url = data && `/files/${data.fileId}`;
  return (
    <section className={styles['preview']} aria-label={t('letters.preview')}>
      <div className={styles['previewTools']}>
        <div className={styles['record']}><RecordField label={t('letters.previewRecord')} hideLabel object={template.object} value={recordId} onChange={onRecord} /></div>
        {isFetching && <span className={styles['making']} role="status"><Spinner /> {t('letters.making')}</span>}
        {url && data && <LinkButton size="small" icon={Download} href={url} download={data.name}>{t('letters.download')}</LinkButton>}
      </div>
      {data && data.unresolved.length > 0 && <Notice tone="warning" title={t('letters.unresolved', { count: data.unresolved.length })}>{data.unresolved.map(({ token, message }) => `{{ ${token} }}: ${message}`).join(' ')}</Notice>}
      {recordId === null && <div className={styles['paper']}><EmptyState icon={FileText} title={t('letters.previewChoose')} /></div>}
      {error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {recordId !== null && url && data && (navigator.pdfViewerEnabled
        ? <iframe className={styles['pdf']} src={`${url}#toolbar=0&navpanes=0&view=FitH`} title={t('letters.previewOf', { name: data.name })} />
        : <div className={styles['paper']}><EmptyState icon={FileText} title={data.name}>{t('letters.noViewer')}</EmptyState></div>)}
    </section>
  );
}

/** A value once it has stood still for a while. */
function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
