import { useMemo } from 'react';
import { useCommands, type Command } from '../../shell/index.js';
import type { BulkAct } from './bulk-act.js';

/** The same acts among the commands, above all others while records are chosen. */
export function useBulkCommands(acts: readonly BulkAct[], section: string): void {
  useCommands(useMemo(() => acts.map(({ id, label, icon, shortcut, href, run }): Command => (
    { id: `bulk-${id}`, label, section, icon, isNear: true, ...(shortcut !== undefined && { shortcut }), ...(href !== undefined && { href }), ...(run && { run }) }
  )), [acts, section]));
}
