import type { JsonValue } from '../json-schema.js';
import { say, type Wording } from '../language/sentence.js';
import type { InputProps } from '../widget-kit.js';
import { useWidgetKit } from '../widget-kit-context.js';
import { groupInput, type WidgetInputProps } from '../widget-values.js';
import { pieceOf } from './pieces.js';
import type { ReactNode } from 'react';

interface PieceInputsProps {
  readonly input: WidgetInputProps;
  readonly labels: Readonly<Record<string, Wording>>;
  /** In the order people write them in. */
  readonly order: readonly string[];
  /** Draws a piece that is no line of text. */
  readonly draw?: Readonly<Record<string, (props: InputProps<string>) => ReactNode>>;
}

/** The inputs of a value that has several pieces, in a group under the field's label. */
export function PieceInputs({ input, labels, order, draw = {} }: PieceInputsProps) {
  const { InputGroup, TextInput } = useWidgetKit();
  const { value, onChange, display, disabled, readOnly, onBlur, autoFocus } = input;
  const change = (key: string, piece: string | null) => {
    const next = Object.fromEntries(order.map((name) => [name, name === key ? piece : pieceOf(value, name)] as const).filter(([, held]) => held !== null));
    onChange(Object.keys(next).length === 0 ? null : next);
  };
  return (
    <InputGroup {...groupInput(input)}>
      {order.map((key, index) => {
        const wording = labels[key];
        if (!wording) return null;
        const props: InputProps<string> = {
          label: say(wording, display?.locale ?? 'en'),
          value: textOf(pieceOf(value, key)),
          onChange: (piece) => change(key, piece),
          ...(disabled && { disabled }),
          ...(readOnly && { readOnly }),
          ...(onBlur && { onBlur }),
          ...(autoFocus && index === 0 && { autoFocus }),
        };
        return <PieceInput key={key} draw={draw[key] ?? TextInput} {...props} />;
      })}
    </InputGroup>
  );
}

function PieceInput({ draw: Draw, ...props }: InputProps<string> & { readonly draw: (props: InputProps<string>) => ReactNode }) {
  return <Draw {...props} />;
}

function textOf(piece: JsonValue): string | null {
  return piece === null ? null : String(piece);
}
