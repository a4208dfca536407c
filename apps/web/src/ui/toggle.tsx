// A few exclusive choices shown at once: buttons of which one is pressed. A native radio group, so that arrows work.
import { useId } from 'react';

interface ToggleProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

export function Toggle<T extends string>({ label, value, choices, onChange }: ToggleProps<T>) {
  const name = useId();
  return (
    <fieldset className="toggle">
      <legend className="visually-hidden">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={choice.value === value ? 'on' : ''}>
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
