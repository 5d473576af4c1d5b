import type { JsonValue } from '@guanxi/field-types';

/** A column of a file that is written, whatever the format. */
export interface FileColumn {
  readonly heading: string;
  /** What a typed cell of a spreadsheet holds. `number`: an integer or a decimal as text; `moment`: an ISO instant. */
  readonly cell: 'text' | 'number' | 'boolean' | 'date' | 'moment';
  /** Whether people type what they like there: a spreadsheet might take it for a formula. */
  readonly isFreeText: boolean;
  /** A present value as a cell of text, the way an import reads it. */
  text(value: JsonValue): string;
}
