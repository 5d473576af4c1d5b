import { Button, type ButtonProps } from 'react-aria-components';

export interface PlainButtonProps extends Omit<ButtonProps, 'className' | 'style'> {
  readonly className: string;
  readonly label: string;
}

/** A button whose look is the caller's: a row, a card, a tile. */
export function PlainButton({ className, label, ...rest }: PlainButtonProps) {
  return <Button {...rest} aria-label={label} className={className} />;
}
