import type { FormulaReader } from '@guanxi/formula';
import type { ReactNode } from 'react';

/**
 * The parts that widgets are drawn with. The page supplies them through `WidgetKitProvider`, so that a kind of field
 * says which part draws it without knowing any component library.
 */
export interface WidgetKit {
  /** A line of text. */
  TextInput(props: InputProps<string> & { kind?: 'text' | 'email' | 'tel' | 'url'; maxLength?: number; prefix?: ReactNode }): ReactNode;
  TextAreaInput(props: InputProps<string> & { maxLength?: number; code?: boolean }): ReactNode;
  /** HTML, edited as people know it from letters. */
  RichTextInput(props: InputProps<string> & { maxLength?: number }): ReactNode;
  /** Decimal values travel as strings. `format` is what Intl.NumberFormat takes. */
  NumberInput(props: InputProps<string> & { minimum?: string; maximum?: string; format?: Intl.NumberFormatOptions; suffix?: ReactNode }): ReactNode;
  CheckboxInput(props: InputProps<boolean>): ReactNode;
  DateInput(props: InputProps<string>): ReactNode;
  /** An instant (ISO, UTC), edited in `timeZone`. */
  DateTimeInput(props: InputProps<string> & { timeZone: string }): ReactNode;
  /** A time of day, 'HH:MM:SS'. */
  TimeInput(props: InputProps<string>): ReactNode;
  /** Seconds, typed as hours and minutes. */
  DurationInput(props: InputProps<number>): ReactNode;
  SelectInput(props: InputProps<string> & { options: readonly WidgetOption[] }): ReactNode;
  /** Finds records of `object` while typing, only those that fit where there is a filter; shows the record's name for the id it holds. */
  RecordInput(props: InputProps<string> & { object: string; displayName?: string; filter?: RecordFilter }): ReactNode;
  /** Several of the options. */
  MultiSelectInput(props: InputProps<readonly string[]> & { options: readonly WidgetOption[] }): ReactNode;
  /** Finds records of `object` one after the other and keeps their ids. */
  RecordListInput(props: InputProps<readonly string[]> & { object: string; displayNames?: Readonly<Record<string, string>> }): ReactNode;
  /** Draws a label, help and messages around the inputs of a value that has several pieces. */
  InputGroup(props: Omit<InputProps<unknown>, 'value' | 'onChange'> & { children: ReactNode }): ReactNode;
  /** Uploads a file and holds its id. `images` takes no other kind of file and shows what it holds. */
  FileInput(props: InputProps<string> & { images?: boolean; fileName?: string }): ReactNode;
  Text(props: { children: ReactNode; muted?: boolean; numeric?: boolean; multiline?: boolean }): ReactNode;
  Link(props: { href: string; children: ReactNode; external?: boolean }): ReactNode;
  /** HTML that is safe to show as it is. */
  RichText(props: { html: string }): ReactNode;
  Code(props: { children: string }): ReactNode;
  /** A picture as large as there is room for; a small one stands in a line of text. */
  Picture(props: { source: string; label: string; small?: boolean }): ReactNode;
  FileLink(props: { id: string; children: ReactNode }): ReactNode;
  RecordLink(props: { object: string; id: string; children: ReactNode }): ReactNode;
  Pill(props: { color?: string; children: ReactNode }): ReactNode;
  Check(props: { checked: boolean; label: string }): ReactNode;

  /** A part of a form or record page, under a heading when it has a title. */
  Section(props: { title?: string; children: ReactNode }): ReactNode;
  /**
   * Parts of a page of which one is seen at a time. The others stay drawn, out of sight and reach, so that what was typed
   * there is not lost. `problem` is the sentence of the mark on a tab that needs attention.
   */
  Tabs(props: { label: string; items: readonly TabPart[]; value: string; onChange: (id: string) => void }): ReactNode;
  /** Places its cells in one or two columns; a narrow page has one. */
  FormGrid(props: { columns: 1 | 2 | 3 | 4; children: ReactNode }): ReactNode;
  /** One cell of a FormGrid; a wide one takes all columns. */
  FormCell(props: { wide?: boolean; children: ReactNode }): ReactNode;
  /** Says above a form what keeps it from being saved. Takes the focus when it appears; an entry with `onChoose` is a link to its field. */
  ErrorSummary(props: { title: string; entries: readonly ErrorEntry[] }): ReactNode;
  /** The row of buttons below a form. */
  FormActions(props: { children: ReactNode }): ReactNode;
  Button(props: ButtonProps): ReactNode;
  /**
   * A label and the value under it on a record page. With `onEdit` there is a pencil (a button called `editLabel`,
   * seen on hover and focus); without it and with `lockedReason` there is a lock that says why. `tools` stand beside it.
   */
  ReadField(props: { label: string; help?: string; editLabel: string; onEdit?: () => void; lockedReason?: string; tools?: ReactNode; children: ReactNode }): ReactNode;
}

/** Judges records of the object that a reference points to. */
export interface RecordFilter {
  /** Differs where other records fit: the condition, and what of the pointing record it reads. */
  readonly key: string;
  /** The paths over the object that have to be known of a record. */
  readonly reads: readonly (readonly string[])[];
  matches(read: FormulaReader): boolean;
}

export interface TabPart {
  readonly id: string;
  readonly title: string;
  readonly problem?: string;
  /** How many things stand there. */
  readonly count?: number;
  /** Made only while it is seen: it holds nothing that somebody may have typed. */
  readonly isLazy?: boolean;
  readonly content: ReactNode;
}

export interface ErrorEntry {
  /** The field's label; absent for what concerns the whole form. */
  readonly label?: string;
  readonly message: string;
  readonly onChoose?: () => void;
}

export interface ButtonProps {
  readonly children: ReactNode;
  readonly kind: 'primary' | 'plain';
  /** A submit button needs none: it submits the form around it. */
  readonly onPress?: () => void;
  readonly submit?: boolean;
  readonly busy?: boolean;
  readonly disabled?: boolean;
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
  /** Name of the field; the control inside carries it, so that a form can find and focus it. */
  readonly name?: string;
  /** Of the control itself, so that an error summary can lead to it. */
  readonly id?: string;
  /** In grids and filter rows the label is for assistive technology only. */
  readonly hideLabel?: boolean;
}
