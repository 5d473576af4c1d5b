const longestName = 60;

/** A name for addresses and the API: of the title where it has Latin letters, else of the template. */
export function freeName(title: string, template: string, taken: readonly string[]): string {
  const stem = (title.normalize('NFD').toLowerCase().match(/[a-z0-9]+/g) ?? [template, 'workflow']).join('-').slice(0, longestName);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.includes(name)) return name;
  }
}
