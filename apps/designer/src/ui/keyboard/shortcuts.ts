import { useEffect, useRef, useSyncExternalStore } from 'react';
import { getPreferences } from '../preferences/preferences.js';
import { hasModKey } from './key-names.js';

export interface Shortcut {
  /** `mod+k`, `shift+mod+z`, `?`, or a sequence `g h`. Named keys: enter, esc, up, down, left, right, f6. */
  readonly keys: string;
  /** Shown in the shortcut sheet. */
  readonly label: string;
  /** Heading in the shortcut sheet. */
  readonly section: string;
  readonly run: () => void;
  /** Acts in text fields too; the default for shortcuts with the command key. */
  readonly worksWhileTyping?: boolean;
  readonly isDisabled?: boolean;
}

interface Registered { readonly shortcut: { current: Shortcut }; readonly keys: string; readonly label: string; readonly section: string }

let registered: readonly Registered[] = [];
let pendingKey = '';
let pendingUntil = 0;
const listeners = new Set<() => void>();
const sequencePause = 1000;

/** Registers a shortcut while the component is mounted. The one registered last wins. */
export function useShortcut(shortcut: Shortcut): void {
  const latest = useRef(shortcut);
  useEffect(() => { latest.current = shortcut; });
  const { keys, label, section, isDisabled } = shortcut;
  useEffect(() => {
    if (isDisabled) return;
    const entry: Registered = { shortcut: latest, keys, label, section };
    publish([entry, ...registered]);
    return () => publish(registered.filter((other) => other !== entry));
  }, [keys, label, section, isDisabled]);
}

/** What can be pressed here and now, for the shortcut sheet. */
export function useActiveShortcuts(): readonly Pick<Registered, 'keys' | 'label' | 'section'>[] {
  return useSyncExternalStore(subscribe, () => registered, () => registered);
}

/** Listens on the document; called once when the page starts. */
export function startShortcuts(): () => void {
  document.addEventListener('keydown', handleKey);
  document.addEventListener('keydown', handleCommandEnter, true);
  return () => {
    document.removeEventListener('keydown', handleKey);
    document.removeEventListener('keydown', handleCommandEnter, true);
  };
}

/** True while an input method editor composes: such keys belong to it. Key code 229 is what Safari sends after the end. */
export function isComposing(event: KeyboardEvent | { readonly nativeEvent: KeyboardEvent }): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event;
  return native.isComposing || native.keyCode === 229;
}

/** Buttons and links take every Enter for a press and tell nobody; with the command key it belongs to the page. */
function handleCommandEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !hasModKey(event) || event.defaultPrevented) return;
  if (!(event.target instanceof Element) || !event.target.closest('button, a[href], [role="button"], [role="link"]')) return;
  handleKey(event);
  if (event.defaultPrevented) event.stopPropagation();
}

function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || isComposing(event)) return;
  const pressed = describeKey(event);
  const sequence = Date.now() < pendingUntil ? `${pendingKey} ${pressed}` : '';
  const isTyping = isTextEntry(event.target);
  const isUnderOverlay = document.querySelector('[role="dialog"][data-modal], [role="alertdialog"][data-modal]') !== null;
  for (const { shortcut } of registered) {
    const { keys, run, worksWhileTyping = keys.includes('mod+') } = shortcut.current;
    if (keys !== pressed && keys !== sequence) continue;
    if ((isTyping && !worksWhileTyping) || isUnderOverlay) continue;
    if (isSwitchedOff(keys)) continue;
    event.preventDefault();
    pendingUntil = 0;
    run();
    return;
  }
  const startsSequence = !isTyping && registered.some(({ keys }) => keys.startsWith(`${pressed} `) && !isSwitchedOff(keys));
  pendingKey = startsSequence ? pressed : '';
  pendingUntil = startsSequence ? Date.now() + sequencePause : 0;
}

const namedKeys: Readonly<Record<string, string>> = { escape: 'esc', arrowup: 'up', arrowdown: 'down', arrowleft: 'left', arrowright: 'right', ' ': 'space' };

function describeKey(event: KeyboardEvent): string {
  const key = namedKeys[event.key.toLowerCase()] ?? event.key.toLowerCase();
  const isSymbol = key.length === 1 && !/[a-z0-9]/.test(key);
  return [event.shiftKey && !isSymbol && 'shift', event.altKey && 'alt', hasModKey(event) && 'mod', key].filter(Boolean).join('+');
}

/** By itself, or with all that need no command key. */
function isSwitchedOff(keys: string): boolean {
  const { singleKeyShortcuts, offShortcuts } = getPreferences();
  return offShortcuts.includes(keys) || (isSingleCharacter(keys) && !singleKeyShortcuts);
}

function isSingleCharacter(keys: string): boolean {
  return !keys.includes('+') && /^.( .)?$/.test(keys);
}

function isTextEntry(target: EventTarget | null): boolean {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [role="textbox"], [role="spinbutton"]'));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function publish(next: readonly Registered[]): void {
  registered = next;
  for (const listener of listeners) listener();
}
