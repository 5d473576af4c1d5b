import type { CallArguments } from '../evaluate/call-arguments.js';
import { charactersOf } from '../values/text.js';

export const longestPadding = 10_000;

/** LPAD and RPAD: arguments are text, length and perhaps the padding (a space). Too long a text loses its end. */
export function padText(call: CallArguments, side: 'left' | 'right'): string {
  const characters = charactersOf(call.text(0));
  const length = call.count(1, 0, longestPadding);
  const padding = charactersOf(call.length > 2 ? call.text(2) : ' ');
  const missing = padding.length === 0 ? 0 : Math.max(0, length - characters.length);
  const filling = Array.from({ length: missing }, (_, index) => padding[index % padding.length]).join('');
  const kept = characters.slice(0, length).join('');
  return side === 'left' ? filling + kept : kept + filling;
}
