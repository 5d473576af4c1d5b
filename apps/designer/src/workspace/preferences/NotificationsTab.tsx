import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../api/index.js';
import { Button, Checkbox, ErrorState, ObjectGlyph, SimpleTable, SkeletonLines, showToast, TextLink } from '../../ui/index.js';
import { choicesOptions, choose, unmuteRecord, type NotificationChoice } from '../notifications/notification-choices.js';
import { recordHref } from '../records/record-href.js';
import { PreferenceSection } from './PreferenceSection.js';
import styles from './Preferences.module.css';

/** Where one is told of what, and the records that one hears nothing of. */
export function NotificationsTab() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(choicesOptions);
  const { data: workspace } = useWorkspaceQuery();
  if (error && !data) return <ErrorState message={error.message} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonLines count={8} />;
  const change = (choice: NotificationChoice) => void choose(choice).catch(tellFault);
  const nameOf = ({ kind }: NotificationChoice) => t(`inbox.kinds.${kind}`);
  return (
    <>
      <PreferenceSection title={t('inbox.where')} description={t('inbox.whereBody')}>
        <div className={styles['table']}>
          <SimpleTable label={t('inbox.where')} rows={data.notificationChoices} rowKey={({ kind }) => kind} columns={[
            { id: 'kind', header: t('inbox.kind'), render: (choice) => <span className={styles['named']}>{nameOf(choice)}<span className={styles['quiet']}>{t(`inbox.kindsBody.${choice.kind}`)}</span></span> },
            { id: 'shown', header: t('inbox.shown'), width: '110px', render: (choice) => <Checkbox aria-label={t('inbox.shownOf', { kind: nameOf(choice) })} isSelected={choice.shown} onChange={(shown) => change({ ...choice, shown })} /> },
            { id: 'mailed', header: t('inbox.mailed'), width: '110px', render: (choice) => <Checkbox aria-label={t('inbox.mailedOf', { kind: nameOf(choice) })} isSelected={choice.mailed} onChange={(mailed) => change({ ...choice, mailed })} /> },
          ]} />
        </div>
      </PreferenceSection>
      <PreferenceSection title={t('inbox.mutedTitle')} description={t(data.mutedRecords.length > 0 ? 'inbox.mutedBody' : 'inbox.mutedNone')}>
        {data.mutedRecords.length > 0 && (
          <ul className={styles['rows']}>
            {data.mutedRecords.map(({ object: name, recordId, recordName }) => {
              const object = workspace?.objects.find((candidate) => candidate.name === name);
              return (
                <li key={recordId} className={styles['row']}>
                  <span className={styles['muted']}>{object && <ObjectGlyph icon={object.icon} hue={object.color} name={object.name} size="small" />}<TextLink href={recordHref(name, recordId)}>{recordName || recordId}</TextLink></span>
                  <Button size="small" onPress={() => void unmuteRecord(recordId).catch(tellFault)}>{t('inbox.unmute')}</Button>
                </li>
              );
            })}
          </ul>
        )}
      </PreferenceSection>
    </>
  );
}

function tellFault(cause: unknown): void {
  showToast({ tone: 'danger', message: cause instanceof Error ? cause.message : String(cause) });
}
