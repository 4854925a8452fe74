import type { ButtonHTMLAttributes, Ref } from 'react';
import './button.css';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` is the one solid button of a screen. */
  readonly variant?: 'plain' | 'primary' | 'quiet';
  readonly icon?: IconName;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** Without children it is an icon button and needs an `aria-label`. */
export function Button({
  variant = 'plain',
  icon,
  type = 'button',
  className,
  children,
  ...rest
}: ButtonProps) {
  const bare = children === undefined || children === null ? ' button-bare' : '';
  return (
    <button
      type={type}
      className={`button button-${variant}${bare}${className ? ` ${className}` : ''}`}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
