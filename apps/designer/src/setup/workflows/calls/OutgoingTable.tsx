import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Badge, SimpleTable, TextLink } from '../../../ui/index.js';
import type { CallOut } from './call-queries.js';
import styles from './Calls.module.css';

const tones = { waiting: 'warning', sent: 'success', failed: 'danger' } as const;

/** The calls that steps have made, newest first. */
export function OutgoingTable({ calls }: { readonly calls: readonly CallOut[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (calls.length === 0) return <p className={styles['none']}>{t('calls.OUT.none')}</p>;
  return (
    <SimpleTable label={t('calls.OUT.title')} rows={calls} rowKey={({ id }) => id} columns={[
      { id: 'at', header: t('calls.at'), render: ({ createdAt }) => <span title={format.dateTime(createdAt)}>{format.relative(createdAt)}</span> },
      { id: 'url', header: t('calls.address'), render: ({ url, body }) => <span className={styles['code']} title={`${url}\n${body}`}>{url}</span> },
      { id: 'status', header: t('calls.outcome'), render: ({ status, responseStatus }) => <span className={styles['badges']}><Badge tone={tones[status]}>{t(`calls.OUT.outcomes.${status}`)}</Badge>{responseStatus !== null && <Badge>{String(responseStatus)}</Badge>}</span> },
      { id: 'attempts', header: t('calls.attempts'), align: 'end', render: ({ attempts }) => format.number(attempts) },
      { id: 'what', header: t('calls.what'), render: ({ runId, error }) => <span className={styles['problems']}>{error !== null && <span>{error}</span>}<TextLink href={`/setup/runs/${runId}`}>{t('calls.run.look')}</TextLink></span> },
    ]} />
  );
}
