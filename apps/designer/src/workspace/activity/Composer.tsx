import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { Button, hasModKey, isComposing, Kbd, useShortcut } from '../../ui/index.js';
import { readCommentDraft, keepCommentDraft } from './comment-draft.js';
import { findMention, insertMention, keepMentioned, type MentionAt, type Mentioned } from './mentions.js';
import { MentionList, mentionOptionId } from './MentionList.js';
import { addComment, editComment, type TimelineItem } from './timeline-item.js';
import { usePeople } from './use-people.js';
import styles from './Activity.module.css';

interface ComposerProps {
  readonly object: string;
  readonly recordId: string;
  readonly onSent: () => void;
  /** A comment of one's own that is written anew. */
  readonly edited?: Pick<TimelineItem, 'id' | 'text' | 'mentions'>;
  readonly onCancel?: () => void;
  /** Up, where nothing is written yet. */
  readonly onEditLast?: () => void;
}

/** Where a comment is written. @ opens the list of people; what could not be sent stays. */
export function Composer({ object, recordId, onSent, edited, onCancel, onEditLast }: ComposerProps) {
  const { t } = useTranslation();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => edited?.text ?? readCommentDraft(object, recordId));
  const [chosen, setChosen] = useState<readonly Mentioned[]>(edited?.mentions ?? []);
  const [mention, setMention] = useState<MentionAt | null>(null);
  const [active, setActive] = useState(0);
  const [error, setError] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const people = usePeople(mention?.typed ?? null);
  const isListOpen = mention !== null && people.length > 0;
  useShortcut({ keys: 'm', label: t('workspace.activity.write'), section: t('workspace.keys.record'), isDisabled: edited !== undefined, run: () => area.current?.focus() });

  const change = (next: string, caret: number) => {
    setText(next);
    if (!edited) keepCommentDraft(object, recordId, next);
    setMention(findMention(next, caret));
    setActive(0);
  };
  const choose = (person: Mentioned) => {
    if (!mention) return;
    const { text: next, caret } = insertMention(text, mention, person.name);
    setChosen([...chosen, person]);
    change(next, caret);
    setMention(null);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(caret, caret);
    });
  };
  const send = async () => {
    if (text.trim() === '' || isSending) return;
    setSending(true);
    setError(null);
    try {
      const words = { text: text.trim(), mentions: keepMentioned(text, chosen) };
      await (edited ? editComment({ id: edited.id, ...words }) : addComment({ object, recordId, ...words }));
      change('', 0);
      setChosen([]);
      onSent();
    } catch (cause) {
      setError(cause instanceof ApiError ? cause.message : t('ui.error.unknown'));
    }
    setSending(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const person = isListOpen ? people[active] : undefined;
    if (event.key === 'Enter' && hasModKey(event)) void send();
    else if (person && (event.key === 'Enter' || event.key === 'Tab')) choose(person);
    else if (person && event.key === 'ArrowDown') setActive((active + 1) % people.length);
    else if (person && event.key === 'ArrowUp') setActive((active - 1 + people.length) % people.length);
    else if (mention && event.key === 'Escape') setMention(null);
    else if (event.key === 'Escape' && onCancel) onCancel();
    else if (event.key === 'ArrowUp' && text === '' && onEditLast) onEditLast();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles['composer']}>
      <div className={styles['writing']}>
        <textarea ref={area} rows={2} value={text} autoFocus={edited !== undefined} aria-label={t(edited ? 'workspace.activity.edit' : 'workspace.activity.write')} placeholder={t('workspace.activity.placeholder')} className={styles['area']}
          role="combobox" aria-expanded={isListOpen} aria-autocomplete="list" aria-haspopup="listbox" aria-invalid={error !== null || undefined}
          {...(isListOpen && { 'aria-controls': 'mention-list', 'aria-activedescendant': mentionOptionId(active) })}
          onChange={(event) => change(event.target.value, event.target.selectionStart)} onKeyDown={onKeyDown}
          onBlur={() => setMention(null)} onClick={(event) => setMention(findMention(text, event.currentTarget.selectionStart))} />
        {isListOpen && <MentionList id="mention-list" people={people} active={active} onChoose={choose} />}
      </div>
      {error !== null && <p role="alert" className={styles['refused']}>{error}</p>}
      <div className={styles['sending']}>
        <span className={styles['hint']}>{t('workspace.activity.hint')}</span>
        <span className={styles['hint']}><Kbd keys="mod+enter" /></span>
        {onCancel && <Button size="small" variant="quiet" onPress={onCancel}>{t('ui.cancel')}</Button>}
        <Button size="small" variant="primary" isDisabled={text.trim() === ''} isPending={isSending} onPress={() => void send()}>{error !== null ? t('ui.retry') : t(edited ? 'ui.save' : 'workspace.activity.send')}</Button>
      </div>
    </div>
  );
}
