import { Paperclip } from 'lucide-react';
import { useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Button, classNames, hasModKey, IconButton, isComposing, Kbd, useShortcut } from '../../ui/index.js';
import { useFilePicker } from '../files/use-file-picker.js';
import { ChosenFiles } from './ChosenFiles.js';
import { readCommentDraft, keepCommentDraft } from './comment-draft.js';
import { findMention, insertMention, keepMentioned, type MentionAt, type Mentioned } from './mentions.js';
import { MentionList, mentionOptionId } from './MentionList.js';
import { addComment, editComment, type TimelineItem } from './timeline-item.js';
import { TaskButton } from './TaskButton.js';
import { useCommentFiles } from './use-comment-files.js';
import { usePeople } from './use-people.js';
import { useStrangers } from './use-strangers.js';
import styles from './Activity.module.css';

interface ComposerProps {
  readonly object: string;
  readonly recordId: string;
  readonly onSent: () => void;
  /** Of the record; without it no task can be made about it here. */
  readonly recordName?: string;
  /** Files may be put on the record. */
  readonly mayAttach?: boolean;
  /** The comment that is answered. */
  readonly parent?: { readonly id: string; readonly name: string };
  /** A comment of one's own that is written anew. */
  readonly edited?: Pick<TimelineItem, 'id' | 'text' | 'mentions'>;
  /** One line until somebody writes in it. */
  readonly isCompact?: boolean;
  readonly onCancel?: () => void;
  /** Before it gets the focus by a key. */
  readonly onAsked?: () => void;
  /** Up, where nothing is written yet. */
  readonly onEditLast?: () => void;
}

/** Where a comment is written. @ opens the list of people; files go with it, or alone; what could not be sent stays. */
export function Composer({ object, recordId, onSent, recordName, mayAttach = false, parent, edited, isCompact = false, onCancel, onEditLast, onAsked }: ComposerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  // An answer that was begun is kept under the comment that it answers.
  const place = parent ? `${recordId}.${parent.id}` : recordId;
  const isMain = edited === undefined && parent === undefined;
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => edited?.text ?? readCommentDraft(object, place));
  const [chosen, setChosen] = useState<readonly Mentioned[]>(edited?.mentions ?? []);
  const [mention, setMention] = useState<MentionAt | null>(null);
  const [active, setActive] = useState(0);
  const [error, setError] = useState<string | null>(null);
  /** A file that is not taken, and why. */
  const [refused, setRefused] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const listId = useId();
  const people = usePeople(mention?.typed ?? null);
  const mentioned = keepMentioned(text, chosen);
  const strangers = useStrangers(object, recordId, mentioned);
  const { files, add, send: sendFiles, remove, clear } = useCommentFiles(object, recordId);
  const take = (chosen: readonly File[]) => setRefused(add(chosen));
  const picker = useFilePicker<null>(t('threads.attach'), true, take);
  const isBlank = text.trim() === '' && files.length === 0;
  const isListOpen = mention !== null && people.length > 0;
  useShortcut({ keys: 'm', label: t('workspace.activity.write'), section: t('workspace.keys.record'), isDisabled: !isMain, run: () => { onAsked?.(); area.current?.focus(); } });

  const change = (next: string, caret: number) => {
    setText(next);
    if (!edited) keepCommentDraft(object, place, next);
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
    if (isBlank || isSending) return;
    setSending(true);
    setError(null);
    setRefused(null);
    try {
      const attachments = await sendFiles();
      const words = { text: text.trim(), mentions: mentioned.filter((id) => !strangers.includes(id)) };
      // Files without a word hang on the record, which its timeline tells.
      if (words.text !== '') await (edited ? editComment({ id: edited.id, ...words }) : addComment({ object, recordId, ...words, attachments, ...(parent && { parentId: parent.id }) }));
      change('', 0);
      setChosen([]);
      clear();
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
  const onPaste = (event: ClipboardEvent) => {
    if (!mayAttach || event.clipboardData.files.length === 0) return;
    take([...event.clipboardData.files]);
    event.preventDefault();
  };
  return (
    <div className={classNames(isMain ? styles['composer'] : styles['inner'], isCompact && styles['atFoot'], isCompact && isBlank && styles['compact'])}>
      <div className={styles['writing']}>
        <textarea ref={area} rows={isCompact ? 1 : 2} value={text} autoFocus={!isMain} aria-label={parent ? t('threads.replyTo', { name: parent.name }) : t(edited ? 'workspace.activity.edit' : 'workspace.activity.write')} placeholder={t(parent ? 'threads.replyPlaceholder' : 'workspace.activity.placeholder')} className={styles['area']}
          role="combobox" aria-expanded={isListOpen} aria-autocomplete="list" aria-haspopup="listbox" aria-invalid={error !== null || undefined}
          {...(isListOpen && { 'aria-controls': listId, 'aria-activedescendant': mentionOptionId(listId, active) })}
          onChange={(event) => change(event.target.value, event.target.selectionStart)} onKeyDown={onKeyDown} onPaste={onPaste}
          onBlur={() => setMention(null)} onClick={(event) => setMention(findMention(text, event.currentTarget.selectionStart))} />
        {isListOpen && <MentionList id={listId} people={people} active={active} onChoose={choose} />}
      </div>
      <ChosenFiles files={files} onRemove={remove} />
      {refused !== null && <p role="alert" className={styles['refused']}>{refused}</p>}
      {strangers.length > 0 && <p role="status" className={styles['stranger']}>{t('threads.stranger', { count: strangers.length, names: format.list(chosen.filter(({ id }, at) => strangers.includes(id) && chosen.findIndex((one) => one.id === id) === at).map(({ name }) => name)) })}</p>}
      {error !== null && <p role="alert" className={styles['refused']}>{error} {t('threads.kept')}</p>}
      <div className={styles['sending']}>
        {mayAttach && !edited && <IconButton size="small" icon={Paperclip} label={t('threads.attach')} isDisabled={isSending} onPress={() => picker.open(null)} />}
        {mayAttach && picker.input}
        {isMain && recordName !== undefined && <TaskButton object={object} recordId={recordId} recordName={recordName} text={text} onCreated={() => { change('', 0); onSent(); }} />}
        <span className={styles['hint']}>{isMain && t('workspace.activity.hint')}</span>
        <span className={styles['hint']}><Kbd keys="mod+enter" /></span>
        {onCancel && <Button size="small" variant="quiet" onPress={onCancel}>{t('ui.cancel')}</Button>}
        <Button size="small" variant="primary" isDisabled={isBlank} isPending={isSending} onPress={() => void send()}>{error !== null ? t('ui.retry') : text.trim() === '' && files.length > 0 ? t('threads.attachOnly', { count: files.length }) : t(edited ? 'ui.save' : parent ? 'threads.reply' : 'workspace.activity.send')}</Button>
      </div>
    </div>
  );
}
