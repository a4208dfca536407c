// A form of accounts: fields, one button, the refusal under it. Enter sends it; what was typed stays when it is refused.
import type { FormEvent, ReactNode } from 'react';
import { Button, Failed } from '../../ui/index.ts';

interface AccountFormProps {
  readonly label: string;
  readonly send: string;
  readonly onSend: () => void;
  readonly busy: boolean;
  readonly error: unknown;
  readonly disabled?: boolean;
  readonly main?: boolean;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function AccountForm({
  label,
  send,
  onSend,
  busy,
  error,
  disabled = false,
  main = false,
  wide = false,
  children,
}: AccountFormProps) {
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!disabled && !busy) onSend();
  };
  return (
    <form aria-label={label} className={wide ? 'account-form wide' : 'account-form'} onSubmit={onSubmit}>
      {children}
      <div>
        <Button kind={main ? 'main' : 'plain'} submit busy={busy} disabled={disabled}>
          {send}
        </Button>
      </div>
      {error ? <Failed error={error} /> : null}
    </form>
  );
}
