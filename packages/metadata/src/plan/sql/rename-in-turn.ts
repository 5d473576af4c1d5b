/** A rename of something whose names must be unique at every moment. */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

export interface RenameStep extends Rename {
  /** Has to be done before any rename of the group: the old name is wanted by another one of it. */
  readonly parkedAs?: string;
}

/** Renames that trade names (a → b, b → a) go through a name that nothing else has. */
export function renameInTurn<R extends Rename>(renames: readonly R[], prefix: string): readonly (R & RenameStep)[] {
  const wanted = new Set(renames.filter(({ from, to }) => from !== to).map(({ to }) => to));
  return renames.map((rename, index) =>
    rename.from !== rename.to && wanted.has(rename.from) ? { ...rename, parkedAs: `_moving_${prefix}_${index}` } : rename,
  );
}
