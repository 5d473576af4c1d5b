import type { ReactNode } from 'react';

/**
 * The parts that widgets are drawn with. The page supplies them through `WidgetKitProvider`, so that a kind of field
 * says which part draws it without knowing any component library.
 */
export interface WidgetKit {
  /** A line of text. */
  TextInput(props: InputProps<string> & { kind?: 'text' | 'email' | 'tel' | 'url'; maxLength?: number; prefix?: ReactNode }): ReactNode;
  TextAreaInput(props: InputProps<string> & { maxLength?: number }): ReactNode;
  /** Decimal values travel as strings. `format` is what Intl.NumberFormat takes. */
  NumberInput(props: InputProps<string> & { minimum?: string; maximum?: string; format?: Intl.NumberFormatOptions; suffix?: ReactNode }): ReactNode;
  CheckboxInput(props: InputProps<boolean>): ReactNode;
  DateInput(props: InputProps<string>): ReactNode;
  /** An instant (ISO, UTC), edited in `timeZone`. */
  DateTimeInput(props: InputProps<string> & { timeZone: string }): ReactNode;
  SelectInput(props: InputProps<string> & { options: readonly WidgetOption[] }): ReactNode;
  /** Finds records of `object` while typing; shows the record's name for the id it holds. */
  RecordInput(props: InputProps<string> & { object: string; displayName?: string }): ReactNode;
  Text(props: { children: ReactNode; muted?: boolean; numeric?: boolean; multiline?: boolean }): ReactNode;
  Link(props: { href: string; children: ReactNode; external?: boolean }): ReactNode;
  RecordLink(props: { object: string; id: string; children: ReactNode }): ReactNode;
  Pill(props: { color?: string; children: ReactNode }): ReactNode;
  Check(props: { checked: boolean; label: string }): ReactNode;
}

export interface WidgetOption {
  readonly value: string;
  readonly label: string;
  readonly color?: string;
}

/** What every input takes: its label and messages are drawn by the same field wrapper everywhere. */
export interface InputProps<T> {
  readonly label: string;
  readonly help?: string;
  readonly value: T | null;
  readonly onChange: (value: T | null) => void;
  readonly onBlur?: () => void;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  /** Sentences to show under the field; the field is marked invalid when there is one. */
  readonly errors?: readonly string[];
  readonly autoFocus?: boolean;
  readonly name?: string;
  /** Of the control itself, so that an error summary can lead to it. */
  readonly id?: string;
  /** In grids and filter rows the label is for assistive technology only. */
  readonly hideLabel?: boolean;
}
