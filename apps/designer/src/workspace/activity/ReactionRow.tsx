import { SmilePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { classNames, IconButton, PlainButton, Popover, Tooltip } from '../../ui/index.js';
import { reactionIcons } from './reaction-icons.js';
import { reactions, type GivenReaction, type Reaction } from './timeline-item.js';
import styles from './Activity.module.css';

interface ReactionRowProps {
  readonly given: readonly GivenReaction[];
  readonly onReact: (reaction: Reaction, on: boolean) => void;
}

/** What people thought of a comment; one's own is taken back by pressing it again. */
export function ReactionRow({ given, onReact }: ReactionRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (given.length === 0) return null;
  return (
    <div className={styles['reactions']}>
      {given.map(({ reaction, people, isMine }) => {
        const Icon = reactionIcons[reaction];
        const words = t('threads.reactedBy', { reaction: t(`threads.reactions.${reaction}`), names: format.list(people.map(({ name }) => name)) });
        return (
          <Tooltip key={reaction} content={words}>
            <PlainButton className={classNames(styles['reaction'], isMine && styles['mine'])} label={words} aria-pressed={isMine} onPress={() => onReact(reaction, !isMine)}><Icon size={13} aria-hidden /><span>{format.number(people.length)}</span></PlainButton>
          </Tooltip>
        );
      })}
    </div>
  );
}

export function ReactionPicker({ given, onReact }: ReactionRowProps) {
  const { t } = useTranslation();
  return (
    <Popover label={t('threads.react')} placement="bottom end" trigger={<IconButton size="small" icon={SmilePlus} label={t('threads.react')} />}>
      {(close) => (
        <div className={styles['picker']}>
          {reactions.map((reaction) => {
            const isMine = given.some((one) => one.reaction === reaction && one.isMine);
            return <IconButton key={reaction} icon={reactionIcons[reaction]} label={t(`threads.reactions.${reaction}`)} isActive={isMine} aria-pressed={isMine} onPress={() => { close(); onReact(reaction, !isMine); }} />;
          })}
        </div>
      )}
    </Popover>
  );
}
