// Buttons are verbs. At most one on a page is the main one.
import { Button as AntdButton } from 'antd';
import type { ReactNode } from 'react';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onClick?: (() => void) | undefined;
  /** main: the one filled button; quiet: text only; danger: takes something away. */
  readonly kind?: 'main' | 'plain' | 'quiet' | 'danger';
  readonly disabled?: boolean | undefined;
  readonly busy?: boolean | undefined;
  readonly label?: string | undefined;
  readonly title?: string | undefined;
  readonly submit?: boolean;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly small?: boolean;
}

export function Button({ children, onClick, kind = 'plain', disabled, busy, label, title, submit, pressed, expanded, small }: ButtonProps) {
  const type = kind === 'main' ? 'primary' : kind === 'quiet' ? 'text' : 'default';
  return (
    <AntdButton
      type={type}
      danger={kind === 'danger'}
      size={small ? 'small' : 'middle'}
      htmlType={submit ? 'submit' : 'button'}
      autoInsertSpace={false}
      {...(onClick ? { onClick: () => onClick() } : {})}
      {...(disabled === undefined ? {} : { disabled })}
      {...(busy === undefined ? {} : { loading: busy })}
      {...(title === undefined ? {} : { title })}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
    >
      {children}
    </AntdButton>
  );
}
