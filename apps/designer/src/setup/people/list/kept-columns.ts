import { firstColumns, userColumnNames, type UserColumnName } from './user-list.js';

export interface KeptColumns {
  readonly names: readonly UserColumnName[];
  /** Pixels, where somebody has changed them. */
  readonly widths: Readonly<Partial<Record<UserColumnName, number>>>;
}

const storageKey = 'guanxi.columns.users';

/** The columns of the list of users as they were arranged on this device. */
export function readKeptColumns(): KeptColumns {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? 'null') as { names?: unknown; widths?: unknown } | null;
    const names = Array.isArray(kept?.names) ? kept.names.filter((name): name is UserColumnName => userColumnNames.includes(name as UserColumnName)) : firstColumns;
    const widths = Object.fromEntries(Object.entries(kept?.widths ?? {}).filter(([name, width]) => userColumnNames.includes(name as UserColumnName) && typeof width === 'number'));
    return { names: ['name', ...names.filter((name) => name !== 'name')], widths };
  } catch {
    return { names: firstColumns, widths: {} };
  }
}

/** Null brings back the columns that the list begins with. */
export function keepColumns(columns: KeptColumns | null): void {
  try {
    if (columns === null) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, JSON.stringify(columns));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
