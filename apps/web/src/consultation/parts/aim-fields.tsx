// What a comment speaks of: the whole, one place of the draft, or one clause of a document.
import { useSay, useWords } from '../../ui/index.ts';
import type { CommentDraft } from '../draft.ts';
import { useClauseNames } from '../hooks.ts';
import { type AimKind, clauseKey, placeGroups, placeKey } from '../places.ts';
import type { RoundDetail } from '../shapes.ts';
import { words } from '../words.ts';
import { PlainChoice, PlainList } from './plain-fields.tsx';

interface AimFieldsProps {
  readonly round: RoundDetail;
  readonly draft: CommentDraft;
  readonly onChange: (draft: CommentDraft) => void;
}

export function AimFields({ round, draft, onChange }: AimFieldsProps) {
  const w = useWords(words).form;
  const possible: readonly AimKind[] = [
    'whole',
    ...(round.places.length > 0 ? (['place'] as const) : []),
    ...(round.clauses.length > 0 ? (['clause'] as const) : []),
  ];
  return (
    <>
      <PlainChoice
        label={w.about}
        value={draft.aim}
        choices={possible.map((value) => ({ value, label: w.aims[value] }))}
        onChange={(aim) => onChange({ ...draft, aim })}
      />
      {draft.aim === 'place' ? (
        <PlacePick places={round.places} value={draft.place} onChange={(place) => onChange({ ...draft, place })} />
      ) : null}
      {draft.aim === 'clause' ? (
        <ClausePick clauses={round.clauses} value={draft.clause} onChange={(clause) => onChange({ ...draft, clause })} />
      ) : null}
    </>
  );
}

interface PickProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function PlacePick({ places, value, onChange }: PickProps & Pick<RoundDetail, 'places'>) {
  const w = useWords(words).form;
  return (
    <PlainList label={w.place} value={value} onChange={onChange} note={w.fromPlan}>
      <option value="">{w.choose}</option>
      {placeGroups(places).map(({ table, whole, places: inside }) => (
        <optgroup key={table} label={whole?.label ?? inside[0]?.label ?? table}>
          {whole ? <option value={placeKey(whole)}>{w.wholeTable(whole.label)}</option> : null}
          {inside.map((place) => (
            <option key={placeKey(place)} value={placeKey(place)}>
              {place.label}
            </option>
          ))}
        </optgroup>
      ))}
    </PlainList>
  );
}

/** Codes alone say nothing to a citizen: each stands with its heading, under the document it is from. */
function ClausePick({ clauses, value, onChange }: PickProps & Pick<RoundDetail, 'clauses'>) {
  const w = useWords(words).form;
  const say = useSay();
  const names = useClauseNames(true).data ?? [];
  const packs = [...new Set(clauses.map(({ pack }) => pack))];
  const nameOf = (key: string) => names.find((one) => clauseKey({ pack: one.pack, clause: one.code }) === key);
  return (
    <PlainList label={w.clause} value={value} onChange={onChange}>
      <option value="">{w.choose}</option>
      {packs.map((pack) => {
        const title = names.find((one) => one.pack === pack)?.packTitle;
        return (
          <optgroup key={pack} label={title ? say(title) : pack}>
            {clauses
              .filter((clause) => clause.pack === pack)
              .map((clause) => {
                const found = nameOf(clauseKey(clause));
                return (
                  <option key={clauseKey(clause)} value={clauseKey(clause)}>
                    {found ? `${clause.clause} ${say(found.heading)}` : clause.clause}
                  </option>
                );
              })}
          </optgroup>
        );
      })}
    </PlainList>
  );
}
