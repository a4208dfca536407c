// Fields of forms and filters, each with its label. They keep text exactly as typed; meaning is the caller's.
import { Input, Select } from 'antd';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useWords } from './language.tsx';
import { words } from './words.ts';

interface FieldProps {
  readonly label: string;
  /** Hides the label from the eye, not from a screen reader. */
  readonly bare?: boolean;
  readonly note?: ReactNode;
  readonly error?: ReactNode;
  readonly disabled?: boolean;
}

function Field({ id, label, bare, note, error, children }: FieldProps & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id} className={bare ? 'visually-hidden' : ''}>
        {label}
      </label>
      {children}
      {note ? <div className="note">{note}</div> : null}
      {error ? (
        <div className="field-error" role="alert">
          {error}
        </div>
      ) : null}
    </div>
  );
}

interface TextProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly rows?: number;
  /** Not shown while it is typed. */
  readonly secret?: boolean;
  /** What a browser or a password store may fill in: 'username', 'current-password', 'new-password', 'one-time-code', 'off'. */
  readonly fills?: string;
}

export function TextInput({ value, onChange, placeholder = '', rows, secret, fills, disabled = false, ...field }: TextProps) {
  const id = useId();
  const shared = {
    ...{ id, value, placeholder, disabled, 'aria-invalid': Boolean(field.error) },
    ...(fills ? { autoComplete: fills } : {}),
    ...(secret ? { type: 'password' } : {}),
  };
  return (
    <Field id={id} {...field}>
      {rows ? (
        <Input.TextArea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input {...shared} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

interface ChoiceProps<T extends string> extends FieldProps {
  readonly value: T | undefined;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T | undefined) => void;
  /** What no choice means: 全部. Without it a choice cannot be cleared. */
  readonly all?: string;
  readonly searchable?: boolean;
  readonly width?: number;
}

export function Choice<T extends string>({
  value,
  choices,
  onChange,
  all,
  searchable = false,
  width = 140,
  disabled = false,
  ...field
}: ChoiceProps<T>) {
  const id = useId();
  const options = choices.map((choice) => ({ value: choice.value, label: choice.label }));
  return (
    <Field id={id} {...field}>
      <Select<T>
        id={id}
        aria-label={field.label}
        value={value ?? null}
        options={options}
        disabled={disabled}
        allowClear={all !== undefined}
        placeholder={all}
        showSearch={searchable ? { optionFilterProp: 'label' } : false}
        popupMatchSelectWidth={false}
        getPopupContainer={besides}
        style={{ minWidth: width }}
        onChange={(next: T | undefined) => onChange(next ?? undefined)}
      />
    </Field>
  );
}

/** A dialog lies over everything else in the page: what opens from a field in it has to lie in it too. */
function besides(field: HTMLElement): HTMLElement {
  return field.closest('dialog') ?? document.body;
}

/** Search that waits until typing pauses; Enter answers at once. */
export function SearchBox({ value, onChange, placeholder, label, bare = true }: Omit<TextProps, 'rows'>) {
  const id = useId();
  const w = useWords(words);
  const [typed, setTyped] = useState(value);
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => latest.current(typed), 250);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <Field id={id} label={label} bare={bare}>
      <Input
        id={id}
        type="search"
        value={typed}
        allowClear
        placeholder={placeholder ?? w.search}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={() => onChange(typed)}
      />
    </Field>
  );
}
