/** Chosen records: some of those that are loaded, or every one that the list has. */
export interface ListSelection {
  readonly ids: ReadonlySet<string>;
  readonly isEvery: boolean;
}

export const nothingSelected: ListSelection = { ids: new Set(), isEvery: false };
