import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Checkbox, CountBadge, IconButton, showToast } from '../../ui/index.js';
import { draftedDocuments } from '../documents/setup-queries.js';
import { StateBadge } from '../documents/StateBadge.js';
import { useDiscardChange } from '../documents/use-draft-edits.js';
import styles from './Publish.module.css';

export interface DraftKey { readonly kind: string; readonly name: string }

interface DraftedDocumentsProps {
  /** Those left out of this publishing, by `kind name`. */
  readonly left: ReadonlySet<string>;
  readonly onLeave: (key: string, isLeft: boolean) => void;
  readonly isDisabled: boolean;
}

export const keyOfDraft = ({ kind, name }: DraftKey): string => `${kind} ${name}`;

/** What the draft holds, document by document: each can be left for later, or taken back. */
export function DraftedDocuments({ left, onLeave, isDisabled }: DraftedDocumentsProps) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(draftedDocuments);
  const { mutate: discard, isPending } = useDiscardChange();
  const drafted = data.filter(({ state }) => state !== 'PUBLISHED');
  if (drafted.length < 1) return null;
  return (
    <section className={styles['group']} aria-label={t('platform.draft.title')}>
      <h3 className={styles['groupTitle']}>{t('platform.draft.title')}<CountBadge count={drafted.length} /></h3>
      <ul>
        {drafted.map(({ kind, name, state }) => {
          const key = keyOfDraft({ kind, name });
          return (
            <li key={key} className={styles['drafted']}>
              <Checkbox isSelected={!left.has(key)} isDisabled={isDisabled} onChange={(isTaken) => onLeave(key, !isTaken)}>{t(`platform.kind.${kind}`)} {name}</Checkbox>
              <StateBadge state={state} />
              <IconButton size="small" icon={Undo2} label={t('platform.draft.takeBack', { name })} isDisabled={isDisabled || isPending}
                onPress={() => discard({ kind, name }, { onSuccess: () => showToast({ message: t('platform.draft.takenBack', { name }) }), onError: (failure) => showToast({ message: failure.message, tone: 'danger' }) })} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
