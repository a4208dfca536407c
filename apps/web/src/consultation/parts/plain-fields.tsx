// Fields a person of any age can use: a large choice of one, and the browser's own list, which on a phone opens its wheel.
import { type ReactNode, useId } from 'react';

interface PlainChoiceProps<T extends string> {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly note?: string;
}

export function PlainChoice<T extends string>({ label, value, choices, onChange, note }: PlainChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset>
      <legend>{label}</legend>
      {note ? <p className="note">{note}</p> : null}
      <div className="plain-choices">
        {choices.map((choice) => (
          <label key={choice.value} className={choice.value === value ? 'on' : ''}>
            <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface PlainListProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly note?: ReactNode;
  /** `option`s and `optgroup`s. */
  readonly children: ReactNode;
}

export function PlainList({ label, value, onChange, note, children }: PlainListProps) {
  const id = useId();
  return (
    <div className="plain-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {children}
      </select>
      {note ? <p className="note">{note}</p> : null}
    </div>
  );
}
