import { Button, type ButtonProps } from 'react-aria-components';
import { Avatar } from '../display/Avatar.js';
import styles from './IconButton.module.css';

export interface AvatarButtonProps extends Omit<ButtonProps, 'children' | 'className' | 'style'> {
  readonly name: string;
  readonly label: string;
}

export function AvatarButton({ name, label, ...rest }: AvatarButtonProps) {
  return <Button {...rest} aria-label={`${label}: ${name}`} className={styles['button'] ?? ''}><Avatar name={name} /></Button>;
}
