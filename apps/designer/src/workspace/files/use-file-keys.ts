import { useState, type KeyboardEvent } from 'react';
import type { AttachedFile } from './attached-file.js';
import type { FileActions } from './FileMenu.js';

const steps = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End'] as const;

export interface FileKeys {
  /** The file that Tab comes to. */
  readonly current: string | undefined;
  readonly onFocus: (id: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/**
 * Arrow keys go from file to file, by where they stand on the screen, F2 renames and Delete removes. Space and Enter are
 * those of the buttons, which bear `data-file`.
 */
export function useFileKeys(files: readonly AttachedFile[], actions: FileActions): FileKeys {
  const [focused, setFocused] = useState<string>();
  const current = files.some(({ id }) => id === focused) ? focused : files[0]?.id;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['file'] === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const file = files.find(({ id }) => id === (event.target as HTMLElement).dataset['file']);
    const step = steps.find((key) => key === event.key);
    if (step) {
      event.preventDefault();
      stepTo(event.target, [...event.currentTarget.querySelectorAll<HTMLElement>('[data-file]')], step)?.focus();
    } else if (file?.canChange && file.removedAt === null && (event.key === 'Delete' || event.key === 'F2')) {
      event.preventDefault();
      if (event.key === 'F2') actions.rename(file);
      else actions.remove(file);
    }
  };
  return { current, onFocus: setFocused, onKeyDown };
}

function stepTo(from: HTMLElement, all: readonly HTMLElement[], key: (typeof steps)[number]): HTMLElement | undefined {
  const at = all.indexOf(from);
  if (key === 'Home') return all[0];
  if (key === 'End') return all.at(-1);
  if (key === 'ArrowLeft') return all[at - 1];
  if (key === 'ArrowRight') return all[at + 1];
  const here = from.getBoundingClientRect();
  const isBelow = key === 'ArrowDown';
  const beyond = all.map((element) => ({ element, box: element.getBoundingClientRect() })).filter(({ box }) => (isBelow ? box.top >= here.bottom - 1 : box.bottom <= here.top + 1));
  const away = ({ box }: { readonly box: DOMRect }) => Math.abs(box.top - here.top) * 4 + Math.abs(box.left - here.left);
  return beyond.sort((one, other) => away(one) - away(other))[0]?.element;
}
