import { useTranslation } from 'react-i18next';
import { Avatar, classNames } from '../../ui/index.js';
import type { Mentioned } from './mentions.js';
import styles from './Activity.module.css';

interface MentionListProps {
  readonly id: string;
  readonly people: readonly Mentioned[];
  readonly active: number;
  readonly onChoose: (person: Mentioned) => void;
}

export function mentionOptionId(list: string, index: number): string {
  return `${list}-${index}`;
}

/** The people who can be mentioned; the text area keeps the focus and moves the choice. */
export function MentionList({ id, people, active, onChoose }: MentionListProps) {
  const { t } = useTranslation();
  return (
    <ul id={id} role="listbox" aria-label={t('workspace.activity.people')} className={styles['people']}>
      {people.map((person, index) => (
        <li key={person.id} id={mentionOptionId(id, index)} role="option" aria-selected={index === active} className={classNames(styles['person'], index === active && styles['active'])}
          // The press must not take the focus away from the text.
          onMouseDown={(event) => { event.preventDefault(); onChoose(person); }}>
          <Avatar name={person.name} size="small" />{person.name}
        </li>
      ))}
    </ul>
  );
}
