import { Button, type ButtonProps } from 'react-aria-components';

export interface PlainButtonProps extends Omit<ButtonProps, 'className' | 'style'> {
  readonly className: string;
  /** Only where the content does not say it all: people who speak to their device say the words that they see. */
  readonly label?: string;
}

/** A button whose look is the caller's: a row, a card, a tile. */
export function PlainButton({ className, label, ...rest }: PlainButtonProps) {
  return <Button {...rest} {...(label !== undefined && { 'aria-label': label })} className={className} />;
}
