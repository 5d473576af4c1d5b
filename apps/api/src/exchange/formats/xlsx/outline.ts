import { posix } from 'node:path';
import type { WorkbookArchive } from './workbook-archive.js';
import { readXmlText } from './xml-events.js';

/** What a workbook consists of, as far as its cells need it. */
export interface WorkbookOutline {
  /** Those that people see, in their order. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** Where texts stand that cells name by number. */
  readonly texts?: string;
  /** Where the formats of cells stand. */
  readonly styles?: string;
  /** Whether days are counted from 1904, as on old Macintoshes. */
  readonly from1904: boolean;
}

interface Relation {
  readonly id: string;
  /** `worksheet`, `styles` and the like: the end of a long address. */
  readonly kind: string;
  readonly part: string;
}

/** Throws for what is no workbook. */
export async function readOutline(archive: WorkbookArchive): Promise<WorkbookOutline> {
  const [workbook] = (await readRelations(archive, '')).filter(({ kind, part }) => kind === 'officeDocument' && archive.has(part));
  if (!workbook) throw new Error('it has no list of sheets.');
  const relations = await readRelations(archive, workbook.part);
  const find = (kind: string): string | undefined => relations.find((one) => one.kind === kind && archive.has(one.part))?.part;
  const [texts, styles] = [find('sharedStrings'), find('styles')];
  const sheets: { name: string; part: string }[] = [];
  let from1904 = false;
  readXmlText(await archive.text(workbook.part), {
    opened: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const part = relations.find((one) => one.id === id && one.kind === 'worksheet')?.part;
      if (part !== undefined && archive.has(part)) sheets.push({ name: attributes['name'] ?? '', part });
    },
  });
  return { sheets, from1904, ...(texts !== undefined && { texts }), ...(styles !== undefined && { styles }) };
}

/** What a part leads to; the archive as a whole is the part without a name. */
async function readRelations(archive: WorkbookArchive, part: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(part);
  const found: Relation[] = [];
  readXmlText(await archive.text(posix.join(folder, '_rels', `${posix.basename(part)}.rels`)), {
    opened: (name, { Id: id = '', Type: type = '', Target: target = '' }) => {
      if (name === 'Relationship') found.push({ id, kind: type.slice(type.lastIndexOf('/') + 1), part: target.startsWith('/') ? target.slice(1) : posix.join(folder, target) });
    },
  });
  return found;
}
