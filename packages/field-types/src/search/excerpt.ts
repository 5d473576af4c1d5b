import type { Mark } from './find-marks.js';

const LONGEST = 200;
const BEFORE = 40;

/** The piece of a long text around its first mark, with the marks that are in it. */
export function excerpt(text: string, marks: readonly Mark[]): { readonly text: string; readonly marks: readonly Mark[] } {
  if (text.length <= LONGEST) return { text, marks };
  const start = Math.max(0, Math.min((marks[0]?.[0] ?? 0) - BEFORE, text.length - LONGEST));
  const from = isInsidePair(text, start) ? start - 1 : start;
  const end = isInsidePair(text, from + LONGEST) ? from + LONGEST - 1 : from + LONGEST;
  const [head, tail] = [from > 0 ? '…' : '', end < text.length ? '…' : ''];
  const moved = marks.flatMap(([first, last]): Mark[] => (first >= from && last <= end ? [[first - from + head.length, last - from + head.length]] : []));
  return { text: `${head}${text.slice(from, end)}${tail}`, marks: moved };
}

function isInsidePair(text: string, place: number): boolean {
  const unit = text.charCodeAt(place);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
