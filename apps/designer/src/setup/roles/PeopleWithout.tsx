import { FolderInput } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Avatar, Badge, Button } from '../../ui/index.js';
import type { PlacedPerson } from '../people/place/place-queries.js';
import { useTreeLine } from './drag-in-tree.js';
import styles from './Roles.module.css';

interface PeopleWithoutProps {
  readonly people: readonly PlacedPerson[];
  readonly onAskMove: (person: PlacedPerson) => void;
}

/** Those who stand nowhere in the tree yet; they can be dragged into it. */
export function PeopleWithout({ people, onAskMove }: PeopleWithoutProps) {
  const { t } = useTranslation();
  if (people.length === 0) return null;
  return (
    <section className={styles['without']}>
      <h2 className={styles['heading']}>{t('sharing.roles.without', { count: people.length })}</h2>
      <p className={styles['muted']}>{t('sharing.roles.withoutHelp')}</p>
      <ul className={styles['people']}>{people.map((person) => <Line key={person.id} person={person} onAskMove={onAskMove} />)}</ul>
    </section>
  );
}

function Line({ person, onAskMove }: { readonly person: PlacedPerson } & Pick<PeopleWithoutProps, 'onAskMove'>) {
  const { t } = useTranslation();
  const { ref } = useTreeLine({ kind: 'person', id: person.id }, null);
  return (
    <li>
      <div ref={ref} className={styles['line']}>
        <Avatar name={person.name} size="small" /><span className={styles['person']}>{person.name}</span>
        {person.kind === 'PARTNER' && <Badge tone="violet">{t('sharing.place.partner')}</Badge>}
        <span className={styles['more']}><Button size="small" variant="quiet" icon={FolderInput} aria-label={t('sharing.roles.give', { name: person.name })} onPress={() => onAskMove(person)}>{t('sharing.roles.giveShort')}</Button></span>
      </div>
    </li>
  );
}
