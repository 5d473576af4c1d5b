import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Badge, SimpleTable, TextLink } from '../../../ui/index.js';
import type { CallIn } from './call-queries.js';
import styles from './Calls.module.css';

const tones = { begun: 'success', passed: 'neutral', refused: 'danger' } as const;

/** The calls that came in, newest first, with what was wrong with those that were refused. */
export function IncomingTable({ calls }: { readonly calls: readonly CallIn[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (calls.length === 0) return <p className={styles['none']}>{t('calls.IN.none')}</p>;
  return (
    <SimpleTable label={t('calls.IN.title')} rows={calls} rowKey={({ id }) => id} columns={[
      { id: 'at', header: t('calls.at'), render: ({ at }) => <span title={format.dateTime(at)}>{format.relative(at)}</span> },
      { id: 'id', header: t('calls.message'), render: ({ messageId, body }) => <span className={styles['code']} title={body}>{messageId}</span> },
      { id: 'outcome', header: t('calls.outcome'), render: ({ outcome, made }) => <span className={styles['badges']}><Badge tone={tones[outcome]}>{t(`calls.IN.outcomes.${outcome}`)}</Badge>{made && <Badge>{t('calls.IN.made')}</Badge>}</span> },
      { id: 'what', header: t('calls.what'), render: ({ problems, runId }) => (
        runId !== null ? <TextLink href={`/setup/runs/${runId}`}>{t('calls.run.look')}</TextLink>
          : problems && <span className={styles['problems']}>{problems.map(({ path, message }) => <span key={path + message}>{message}</span>)}</span>
      ) },
    ]} />
  );
}
