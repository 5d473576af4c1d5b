import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { hueOf } from '../display/hues.js';
import type { Choice } from './choice.js';
import styles from './ChoiceList.module.css';

export interface ChoiceListProps {
  readonly choices: readonly Choice[];
  readonly emptyText: string;
}

/** The list that a select or a combo box opens. */
export function ChoiceList({ choices, emptyText }: ChoiceListProps) {
  return (
    <ListBox className={styles['list'] ?? ''} renderEmptyState={() => <p className={styles['empty']}>{emptyText}</p>}>
      {groupChoices(choices).map(({ title, members }) => title === undefined
        ? members.map((choice) => <ChoiceItem key={choice.value} choice={choice} />)
        : (
          <ListBoxSection key={title} aria-label={title}>
            <Header className={styles['title'] ?? ''}>{title}</Header>
            {members.map((choice) => <ChoiceItem key={choice.value} choice={choice} />)}
          </ListBoxSection>
        ))}
    </ListBox>
  );
}

function ChoiceItem({ choice }: { readonly choice: Choice }) {
  return (
    <ListBoxItem id={choice.value} textValue={choice.label} isDisabled={choice.isDisabled ?? false} className={styles['item'] ?? ''}>
      {({ isSelected }) => (
        <>
          <ChoiceContent choice={choice} />
          {isSelected && <Check size={14} aria-hidden className={styles['check']} />}
        </>
      )}
    </ListBoxItem>
  );
}

export function ChoiceContent({ choice, isBrief }: { readonly choice: Choice; readonly isBrief?: boolean }): ReactNode {
  const { label, description, icon: Icon, glyph, hue } = choice;
  return (
    <span className={styles['content']}>
      {glyph ?? (Icon && <Icon size={15} aria-hidden className={styles['icon']} />)}
      {hue && <span className={styles['dot']} style={{ '--hue': hueOf(hue) }} aria-hidden />}
      <span className={styles['words']}>
        <span className={styles['label']}>{label}</span>
        {description && !isBrief && <span className={styles['description']}>{description}</span>}
      </span>
    </span>
  );
}

function groupChoices(choices: readonly Choice[]): readonly { readonly title: string | undefined; readonly members: readonly Choice[] }[] {
  const groups = new Map<string | undefined, Choice[]>();
  for (const choice of choices) groups.set(choice.group, [...(groups.get(choice.group) ?? []), choice]);
  return [...groups].map(([title, members]) => ({ title, members }));
}
