import { useEffect, useRef, useState } from 'react';
import type { FormTree } from '../resolve/form-tree.js';

interface OpenTab {
  /** Undefined where a form has no tabs. */
  readonly open: string | undefined;
  readonly setOpen: (tab: string) => void;
  /** Opens the tab that a field stands on, if it stands on one. */
  readonly showField: (name: string) => void;
}

/** Which tab of a form is seen: the one chosen last, as long as it has something to show, else the first. */
export function useOpenTab(tree: FormTree): OpenTab {
  const [chosen, setOpen] = useState<string | undefined>(undefined);
  const open = chosen !== undefined && tree.tabs.includes(chosen) ? chosen : tree.tabs[0];
  const showField = (name: string) => {
    const tab = tabsOf(tree, (cell) => cell.name === name)[0];
    if (tab !== undefined) setOpen(tab);
  };
  return { open, setOpen, showField };
}

/** After a refused save the first tab with a problem comes to the front, unless a problem is in sight already. */
export function useTabOfProblems(tree: FormTree, { open, setOpen }: OpenTab, refusals: number): void {
  const seen = useRef({ tree, open, setOpen });
  useEffect(() => {
    seen.current = { tree, open, setOpen };
  });
  useEffect(() => {
    if (refusals === 0) return;
    const now = seen.current;
    const tabs = tabsOf(now.tree, ({ visible, problems }) => visible && problems.length > 0);
    const [first] = tabs;
    if (first !== undefined && !tabs.includes(undefined) && !tabs.includes(now.open)) now.setOpen(first);
  }, [refusals]);
}

/** Where the cells stand that are looked for, in order; undefined is above the tabs. */
function tabsOf({ sections }: FormTree, isWanted: (cell: FormTree['sections'][number]['cells'][number]) => boolean): readonly (string | undefined)[] {
  return sections.filter(({ visible, cells }) => visible && cells.some(isWanted)).map(({ tab }) => tab);
}
