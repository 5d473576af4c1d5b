import { fileFaults, UnreadableFile } from './unreadable-file.js';

/** Names for all columns of a file: those without a heading are counted, of equal ones the later get a number. Throws `UnreadableFile` where there are none. */
export function readHeadings(cells: readonly string[] | undefined): readonly string[] {
  const given = cells?.map((cell) => cell.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\ufffd').trim()) ?? [];
  while (given.at(-1) === '') given.pop();
  if (given.length === 0) throw new UnreadableFile(fileFaults.empty);
  const taken = new Set<string>();
  return given.map((heading, index) => {
    const wanted = heading === '' ? `Column ${index + 1}` : heading;
    let name = wanted;
    for (let count = 2; taken.has(name); count += 1) name = `${wanted} (${count})`;
    taken.add(name);
    return name;
  });
}
