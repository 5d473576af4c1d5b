/** The known name that was probably meant: the same in other capitals, or at most a third of the letters away. */
export function nearestName(written: string, known: Iterable<string>): string | undefined {
  let nearest: { name: string; distance: number } | undefined;
  for (const name of known) {
    const distance = distanceOf(written.toLowerCase(), name.toLowerCase());
    if (distance <= Math.max(1, Math.floor(written.length / 3)) && (nearest === undefined || distance < nearest.distance)) {
      nearest = { name, distance };
    }
  }
  return nearest?.name;
}

/** Damerau–Levenshtein: letters put in, left out, changed, or two neighbours swapped. */
function distanceOf(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, row) => [row, ...Array.from({ length: other.length }, () => 0)]);
  const cell = (row: number, column: number): number => table[row]?.[column] ?? (row <= 0 ? column : row);
  for (let column = 0; column <= other.length; column++) (table[0] as number[])[column] = column;
  for (let row = 1; row <= one.length; row++) {
    for (let column = 1; column <= other.length; column++) {
      const change = cell(row - 1, column - 1) + (one[row - 1] === other[column - 1] ? 0 : 1);
      let best = Math.min(cell(row - 1, column) + 1, cell(row, column - 1) + 1, change);
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) best = Math.min(best, cell(row - 2, column - 2) + 1);
      (table[row] as number[])[column] = best;
    }
  }
  return cell(one.length, other.length);
}
