// Beginning a round from the subject's own page: kind, last day with the earliest one and its rule, units, a word with it.
import { useView } from '../../shell/index.ts';
import { Button, DateField, Failed, TextInput, Toggle, useSay, useWords } from '../../ui/index.ts';
import { type BeginDraft, beginContent, beginGaps, earliestOf, emptyBegin, kindOf, unitsOf, withUnit } from '../begin.ts';
import { useRoundActions } from '../hooks.ts';
import { kinds } from '../order.ts';
import type { RoundDetail, RoundOffer } from '../shapes.ts';
import { useTyped } from '../typed.ts';
import { words } from '../words-desk.ts';

interface BeginFormProps {
  readonly noun: string;
  readonly subject: string;
  readonly offer: RoundOffer;
  readonly onBegun: (round: RoundDetail) => void;
  readonly onCancel: () => void;
}

export function BeginForm(props: BeginFormProps) {
  const { noun, subject: id, offer } = props;
  const { on } = useView();
  const [draft, keep, forget] = useTyped<BeginDraft>(`begin.${noun}.${id}`, emptyBegin);
  const { begin } = useRoundActions();
  const p = useWords(words).panel;
  const d = useWords(words);
  const earliest = earliestOf(draft, offer, on);
  const gaps = beginGaps(draft, earliest);
  // Awaited, not called back: once the round is there, this form is gone.
  const send = async () => {
    const round = await begin.mutateAsync({ noun, id, version: offer.version, ...beginContent(draft), on });
    forget();
    props.onBegun(round);
  };
  return (
    <form
      className="begin-form"
      aria-label={p.beginTitle}
      onSubmit={(event) => {
        event.preventDefault();
        if (gaps.length === 0 && !begin.isPending) send().catch(() => undefined);
      }}
    >
      <KindFields draft={draft} offer={offer} earliest={earliest} tooEarly={gaps.includes('tooEarly')} onChange={keep} />
      {kindOf(draft) === 'internal' ? <UnitFields draft={draft} units={offer.units} onChange={keep} /> : null}
      <TextInput label={p.note} rows={3} value={draft.note} onChange={(note) => keep({ ...draft, note })} />
      {begin.error ? <Failed error={begin.error} /> : null}
      <div className="button-row">
        <Button kind="main" submit busy={begin.isPending} disabled={gaps.length > 0}>
          {p.yes(offer.version)}
        </Button>
        <Button onClick={props.onCancel}>{d.cancel}</Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly draft: BeginDraft;
  readonly onChange: (draft: BeginDraft) => void;
}

interface KindFieldsProps extends FieldsProps {
  readonly offer: RoundOffer;
  readonly earliest: string;
  readonly tooEarly: boolean;
}

function KindFields({ draft, offer, earliest, tooEarly, onChange }: KindFieldsProps) {
  const d = useWords(words);
  const p = d.panel;
  const kind = kindOf(draft);
  const say = useSay();
  const business = draft.business === 'yes';
  return (
    <>
      <div>
        <Toggle
          label={d.kind}
          value={kind}
          choices={kinds.map((value) => ({ value, label: p.kindOf[value] }))}
          onChange={(next) => onChange({ ...draft, kind: next })}
        />
      </div>
      {kind === 'public' ? (
        <label className="one-box">
          <input
            type="checkbox"
            checked={business}
            onChange={(event) => onChange({ ...draft, business: event.currentTarget.checked ? 'yes' : '' })}
          />
          {p.business}
        </label>
      ) : null}
      <DateField label={p.closesOn} value={draft.closesOn} onChange={(closesOn) => onChange({ ...draft, closesOn })} />
      <p className={tooEarly ? 'field-error' : 'note'} role="status">
        {tooEarly ? p.tooEarly(earliest) : p.earliest(earliest)} · {say(offer.rule[kind])}
      </p>
      {draft.closesOn === '' ? (
        <div>
          <Button small onClick={() => onChange({ ...draft, closesOn: earliest })}>
            {p.takeEarliest}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function UnitFields({ draft, units, onChange }: FieldsProps & { readonly units: RoundOffer['units'] }) {
  const p = useWords(words).panel;
  const say = useSay();
  const picked = unitsOf(draft);
  return (
    <fieldset>
      <legend>{p.units}</legend>
      <div className="unit-boxes">
        {units.map((unit) => (
          <label key={unit.id}>
            <input
              type="checkbox"
              checked={picked.includes(unit.id)}
              onChange={(event) => onChange(withUnit(draft, unit.id, event.currentTarget.checked))}
            />
            {say(unit.name)}
          </label>
        ))}
      </div>
      {picked.length === 0 ? <p className="note">{units.length > 0 ? p.unitsGap : p.unitsNone}</p> : null}
    </fieldset>
  );
}
