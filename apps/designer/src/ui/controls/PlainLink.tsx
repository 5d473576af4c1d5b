import { Link, type LinkProps } from 'react-aria-components';

export interface PlainLinkProps extends Omit<LinkProps, 'className' | 'style'> {
  readonly className: string;
}

/** A link whose look is the caller's. */
export function PlainLink({ className, ...rest }: PlainLinkProps) {
  return <Link {...rest} className={className} />;
}
