import { useQuery } from '@tanstack/react-query';
import { FileCog } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CountBadge, ObjectGlyph } from '../../ui/index.js';
import type { PlanChange } from '../documents/document-types.js';
import { useObjectTitle } from '../documents/use-object-title.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { ChangeItem } from './ChangeItem.js';
import { groupChanges } from './group-changes.js';
import styles from './Publish.module.css';

interface ChangeGroupListProps {
  readonly changes: readonly PlanChange[];
  readonly consents?: ReadonlySet<string>;
  /** Without it the changes are only told, as in the list of revisions. */
  readonly onConsent?: (id: string, isAgreed: boolean) => void;
  readonly isDisabled?: boolean;
}

export function ChangeGroupList({ changes, consents, onConsent, isDisabled }: ChangeGroupListProps) {
  const { t } = useTranslation();
  const titleOf = useObjectTitle();
  const { data: documents = [] } = useQuery(draftedDocuments);
  return (
    <>
      {groupChanges(changes).map(({ object, changes: own }) => {
        const document = documents.filter(isKind('object')).find(({ name }) => name === object)?.document;
        return (
          <section key={object ?? ''} className={styles['group']} aria-label={object ? titleOf(object) : t('setup.publish.otherDocuments')}>
            <h3 className={styles['groupTitle']}>
              {object ? <ObjectGlyph name={object} icon={document?.guanxi.icon} hue={document?.guanxi.color ?? document?.guanxi.id} /> : <FileCog size={16} aria-hidden />}
              {object ? titleOf(object) : t('setup.publish.otherDocuments')}
              <CountBadge count={own.length} />
            </h3>
            <ul>
              {own.map((change) => (
                <ChangeItem key={change.id} change={change} isAgreed={consents?.has(change.id) ?? false} isDisabled={isDisabled ?? false}
                  {...(onConsent && { onConsent: (isAgreed: boolean) => onConsent(change.id, isAgreed) })} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
