// A day, always written YYYY-MM-DD whatever the browser's own habit; the browser's calendar opens from the button.
import { isDay } from '@zhenghe/engine/kernel';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useWords } from './language.tsx';
import { words } from './words.ts';

interface DateFieldProps {
  readonly label: string;
  readonly bare?: boolean;
  readonly value: string;
  /** Called with a whole day only; a half-typed one waits. */
  readonly onChange: (value: string) => void;
  readonly disabled?: boolean;
  /** No day may be given either: an emptied field is ''. */
  readonly mayBeEmpty?: boolean;
}

export function DateField({ label, bare = false, value, onChange, disabled = false, mayBeEmpty = false }: DateFieldProps) {
  const id = useId();
  const w = useWords(words);
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const wrong = typed !== '' && typed !== value && !isDay(typed);
  const given = isDay(typed) || (mayBeEmpty && typed === '');
  const settle = () => (given && typed !== value ? onChange(typed) : undefined);
  const onKeyDown = (event: KeyboardEvent) => {
    // The first Enter takes the day; only one after it may send the form the field stands in.
    if (event.key === 'Enter' && typed !== value) {
      event.preventDefault();
      settle();
    }
    if (event.key === 'Escape') setTyped(value);
  };
  return (
    <div className="field">
      <label htmlFor={id} className={bare ? 'visually-hidden' : ''}>
        {label}
      </label>
      <span className={wrong ? 'date-field wrong' : 'date-field'}>
        <input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          size={10}
          maxLength={10}
          placeholder="YYYY-MM-DD"
          value={typed}
          disabled={disabled}
          aria-invalid={wrong}
          title={wrong ? w.dayForm : label}
          onChange={(event) => setTyped(event.target.value.trim())}
          onBlur={settle}
          onKeyDown={onKeyDown}
        />
        <Calendar label={label} value={value} disabled={disabled} onChange={onChange} />
      </span>
    </div>
  );
}

/** The browser's own calendar, opened from a button; its field is not seen. */
function Calendar({ label, value, disabled = false, onChange }: DateFieldProps) {
  const w = useWords(words);
  const calendar = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={calendar}
        className="date-calendar"
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={value}
        disabled={disabled}
        onChange={(event) => (isDay(event.target.value) ? onChange(event.target.value) : undefined)}
      />
      <button
        type="button"
        className="icon-button"
        aria-label={w.calendar(label)}
        disabled={disabled}
        onClick={() => calendar.current?.showPicker()}
      >
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path d="M2 4h12v10H2zM2 7h12M5 2v3M11 2v3" fill="none" stroke="currentColor" strokeWidth="1.4" />
        </svg>
      </button>
    </>
  );
}
