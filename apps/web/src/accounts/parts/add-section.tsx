// A section with one form that adds something: a unit, a person, a proposed office.
import type { ReactNode } from 'react';
import { Section } from '../../ui/index.ts';
import { AccountForm } from './account-form.tsx';

interface AddSectionProps {
  readonly title: string;
  readonly note?: string | undefined;
  /** The call under way. */
  readonly adding: { readonly isPending: boolean; readonly error: unknown };
  readonly disabled: boolean;
  readonly onAdd: () => void;
  readonly children: ReactNode;
  /** What came of it. */
  readonly after?: ReactNode;
}

export function AddSection({ title, note, adding, disabled, onAdd, children, after }: AddSectionProps) {
  return (
    <Section title={title} note={note}>
      <AccountForm label={title} send={title} wide busy={adding.isPending} error={adding.error} disabled={disabled} onSend={onAdd}>
        {children}
      </AccountForm>
      {after}
    </Section>
  );
}
