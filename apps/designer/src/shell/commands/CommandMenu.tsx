import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandDialog, type CommandRow } from '../../ui/overlays/CommandDialog.js';
import { Kbd } from '../../ui/index.js';
import { useRegisteredCommands, type Command, type CommandSource } from './command-registry.js';
import { matchCommand } from './match-command.js';
import { readRecentCommands, rememberCommand } from './recent-commands.js';

const searchPause = 150;

export function CommandMenu({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { commands: registered, sources } = useRegisteredCommands();
  const [text, setText] = useState('');
  const typed = useDeferredValue(text);
  const found = useFoundCommands(sources, text);
  const commands = useMemo(() => [...registered.flat(), ...found], [registered, found]);
  const sections = useMemo(() => arrangeCommands(commands, typed, t('shell.commands.recent')), [commands, typed, t]);

  const choose = (rowId: string) => {
    const id = rowId.replace(/^recent:/, '');
    const command = commands.find((candidate) => candidate.id === id);
    if (!command) return;
    rememberCommand(id);
    onClose();
    command.run?.();
    if (command.href !== undefined) void navigate({ href: command.href });
  };
  return (
    <CommandDialog isOpen onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} label={t('shell.commands.title')} placeholder={t('shell.commands.placeholder')}
      text={text} onTextChange={setText} sections={sections} onChoose={choose} emptyText={t('shell.commands.empty', { text })}
      hint={<><Kbd keys="up down" />{t('shell.commands.hint')}</>} />
  );
}

/** Nothing typed: what is about the moment, recent ones, then all in order. Something typed: the best matches first, sections by their best one. */
function arrangeCommands(commands: readonly Command[], typed: string, recentTitle: string) {
  const scored = commands
    .map((command) => ({ command, score: scoreOf(command, typed) }))
    .filter(({ score }) => typed.trim() === '' || score !== 0)
    .sort((one, other) => (typed.trim() === '' ? 0 : other.score - one.score));
  const sections = new Map<string, CommandRow[]>();
  if (typed.trim() === '') for (const { section, isNear } of commands) if (isNear) sections.set(section, []);
  if (typed.trim() === '') {
    const recent = readRecentCommands().flatMap((id) => commands.find((command) => command.id === id) ?? []);
    if (recent.length > 0) sections.set(recentTitle, recent.map((command) => toRow(command, `recent:${command.id}`)));
  }
  for (const { command } of scored) sections.set(command.section, [...(sections.get(command.section) ?? []), toRow(command, command.id)]);
  return [...sections].map(([title, rows]) => ({ title, rows }));
}

/** What a search has found stays in the order that it answered, with what contains the text. */
function scoreOf({ id, label, keywords, isLast }: Command, typed: string): number {
  if (isLast) return -1;
  if (id.startsWith('found:')) return 3;
  return Math.max(matchCommand(label, typed), Math.min(2, matchCommand(keywords ?? '', typed)));
}

function toRow({ label, drawn, description, glyph, icon: Icon, shortcut }: Command, id: string): CommandRow {
  return {
    id, label, glyph: glyph ?? (Icon && <Icon size={16} aria-hidden />),
    ...(drawn !== undefined && { drawn }), ...(description !== undefined && { description }), ...(shortcut !== undefined && { shortcut }),
  };
}

function useFoundCommands(sources: readonly CommandSource[], text: string): readonly Command[] {
  const [found, setFound] = useState<readonly Command[]>([]);
  useEffect(() => {
    const typed = text.trim();
    const abort = new AbortController();
    const timer = setTimeout(() => {
      if (typed === '') return setFound([]);
      void Promise.allSettled(sources.map((source) => source.search(typed, abort.signal))).then((answers) => {
        if (abort.signal.aborted) return;
        setFound(answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : [])).map((command) => ({ ...command, id: `found:${command.id}` })));
      });
    }, searchPause);
    return () => { clearTimeout(timer); abort.abort(); };
  }, [sources, text]);
  return found;
}
