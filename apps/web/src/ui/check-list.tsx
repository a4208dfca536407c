// Several choices of a list, as boxes to tick: native, so that keys and screen readers work.
interface CheckListProps {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly note?: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** No more than so many: the others cannot be ticked then. */
  readonly most?: number;
}

export function CheckList({ label, choices, chosen, onChange, most = Number.POSITIVE_INFINITY }: CheckListProps) {
  const turn = (value: string, on: boolean) => onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value));
  return (
    <fieldset className="check-list">
      <legend className="visually-hidden">{label}</legend>
      {choices.map((choice) => {
        const on = chosen.includes(choice.value);
        return (
          <label key={choice.value}>
            <input
              type="checkbox"
              checked={on}
              disabled={!on && chosen.length >= most}
              onChange={(event) => turn(choice.value, event.target.checked)}
            />
            <span>
              {choice.label}
              {choice.note ? <span className="note"> {choice.note}</span> : null}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
