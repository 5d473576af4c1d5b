import { FileArchive, FileAudio, FileImage, FileSpreadsheet, FileText, FileVideo, File as PlainFile, Presentation, type LucideIcon } from 'lucide-react';
import type { AttachedFile } from './attached-file.js';

export interface FileKind {
  readonly icon: LucideIcon;
  /** The colour of its sign, as objects have theirs. */
  readonly hue: 'red' | 'green' | 'blue' | 'violet' | 'orange' | 'teal' | 'gray';
}

export type Preview = 'picture' | 'pdf' | 'text' | 'none';

const byEnding: Readonly<Record<string, FileKind>> = Object.fromEntries([
  ...kinds(['pdf'], { icon: FileText, hue: 'red' }),
  ...kinds(['doc', 'docx', 'odt', 'rtf', 'pages', 'txt', 'md', 'log'], { icon: FileText, hue: 'blue' }),
  ...kinds(['xls', 'xlsx', 'ods', 'csv', 'tsv', 'numbers', 'json'], { icon: FileSpreadsheet, hue: 'green' }),
  ...kinds(['ppt', 'pptx', 'odp', 'key'], { icon: Presentation, hue: 'orange' }),
  ...kinds(['zip', 'gz', 'tar', '7z', 'rar'], { icon: FileArchive, hue: 'gray' }),
  ...kinds(['mp3', 'wav', 'm4a', 'ogg', 'flac'], { icon: FileAudio, hue: 'violet' }),
  ...kinds(['mp4', 'mov', 'webm', 'mkv', 'avi'], { icon: FileVideo, hue: 'violet' }),
]);

const picture: FileKind = { icon: FileImage, hue: 'teal' };
const other: FileKind = { icon: PlainFile, hue: 'gray' };
/** Larger ones are not loaded for a small picture of them. */
const largestThumb = 8_000_000;

export function kindOf({ contentType, name }: Pick<AttachedFile, 'contentType' | 'name'>): FileKind {
  if (contentType.startsWith('image/')) return picture;
  return byEnding[endingOf(name)] ?? other;
}

/** What the page can show of it; the server says what it is, not its name. */
export function previewOf({ contentType }: Pick<AttachedFile, 'contentType'>): Preview {
  if (contentType.startsWith('image/')) return 'picture';
  if (contentType === 'application/pdf') return 'pdf';
  return contentType.startsWith('text/') || contentType === 'application/json' ? 'text' : 'none';
}

export function hasThumb({ contentType, size }: Pick<AttachedFile, 'contentType' | 'size'>): boolean {
  return contentType.startsWith('image/') && size <= largestThumb;
}

/** Lower case, without the dot. */
export function endingOf(name: string): string {
  return name.includes('.') ? (name.split('.').at(-1)?.toLowerCase() ?? '') : '';
}

function kinds(endings: readonly string[], kind: FileKind): readonly (readonly [string, FileKind])[] {
  return endings.map((ending) => [ending, kind]);
}
