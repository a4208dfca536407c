// The form of one allowed action, built from what the action needs and nothing else. Weighty actions are read over once
// more before they are sent; what was typed stays through every refusal.
import { useState } from 'react';
import { Button, Choice, DateField, Notice, TextInput, Toggle, useSay, useWords } from '../../ui/index.ts';
import { type Draft, gapsOf, type PickedCell } from '../draft.ts';
import type { ActionKind, AllowedAction } from '../shapes.ts';
import { words } from '../words.ts';
import { CellReasons } from './cell-reasons.tsx';

/** These end a step or a round, so they are confirmed. */
const weighty: readonly ActionKind[] = ['accept', 'return', 'approve', 'refuse', 'hand-over', 'withdraw', 'submit', 'revise'];

export interface ActionFormProps {
  readonly action: AllowedAction;
  readonly version: number;
  readonly draft: Draft;
  readonly cells: readonly PickedCell[];
  readonly busy: boolean;
  readonly onChange: (draft: Draft) => void;
  readonly onDrop: (cell: PickedCell) => void;
  readonly onSend: () => void;
  readonly onCancel: () => void;
}

export function ActionForm(props: ActionFormProps) {
  const { action, draft, cells, busy, onSend, onCancel } = props;
  const w = useWords(words);
  const [looking, setLooking] = useState(false);
  const gaps = gapsOf(action, draft, cells);
  if (looking && gaps.length === 0) return <Confirm {...props} onBack={() => setLooking(false)} />;
  const asks = weighty.includes(action.kind);
  return (
    <form
      className="case-form"
      aria-label={w.act[action.kind]}
      onSubmit={(event) => {
        event.preventDefault();
        if (gaps.length > 0) return;
        if (asks) setLooking(true);
        else onSend();
      }}
    >
      <p className="note">{w.means[action.kind]}</p>
      <Fields {...props} />
      <p className="note" role="status">
        {gaps.map((gap) => w.gaps[gap]).join(' · ')}
      </p>
      <div className="button-row">
        <Button kind="main" submit busy={busy} disabled={gaps.length > 0}>
          {asks ? w.next : w.confirm(w.act[action.kind])}
        </Button>
        <Button onClick={onCancel}>{w.cancel}</Button>
      </div>
    </form>
  );
}

function Fields({ action, draft, cells, onChange, onDrop }: ActionFormProps) {
  const w = useWords(words);
  const say = useSay();
  const { needs, kind } = action;
  const named = (label: string, need: 'required' | 'optional' | 'none') => (need === 'required' ? w.required(label) : w.optional(label));
  const stances = (['agree', 'disagree', 'no-opinion'] as const).map((value) => ({ value, label: w.stance[value] }));
  const textLabel = lookUp(w.text, kind);
  return (
    <>
      {needs.stance === 'none' ? null : (
        <Toggle
          label={w.stanceLabel}
          value={draft.stance ?? 'none'}
          choices={stances}
          onChange={(stance) => onChange(withStance(draft, stance))}
        />
      )}
      {needs.reasons === 'none' ? null : (
        <CellReasons
          cells={cells}
          reasons={draft.reasons}
          onReason={(key, text) => onChange({ ...draft, reasons: { ...draft.reasons, [key]: text } })}
          onDrop={onDrop}
        />
      )}
      {needs.to === 'none' ? null : (
        <Choice
          label={named(lookUp(w.unitTo, kind), needs.to)}
          value={draft.to}
          choices={action.units.map((unit) => ({ value: unit.id, label: say(unit.name) }))}
          width={260}
          onChange={(to) => onChange({ ...draft, to })}
        />
      )}
      {needs.due === 'none' ? null : (
        <DateField label={named(lookUp(w.dueFor, kind), needs.due)} value={draft.due} onChange={(due) => onChange({ ...draft, due })} />
      )}
      {needs.paper === 'none' ? null : (
        <TextInput
          label={named(w.paper, needs.paper)}
          note={w.paperNote}
          value={draft.paper}
          onChange={(paper) => onChange({ ...draft, paper })}
        />
      )}
      {needs.text === 'none' ? null : (
        <TextInput
          label={named(textLabel, draft.stance === 'disagree' ? 'required' : needs.text)}
          rows={3}
          value={draft.text}
          onChange={(text) => onChange({ ...draft, text })}
        />
      )}
    </>
  );
}

function withStance(draft: Draft, stance: string): Draft {
  const known = (['agree', 'disagree', 'no-opinion'] as const).find((one) => one === stance);
  return { ...draft, stance: known };
}

function lookUp(names: Readonly<Record<string, string>> & { readonly other: string }, kind: string): string {
  return names[kind] ?? names.other;
}

function Confirm({ action, version, draft, cells, busy, onSend, onBack }: ActionFormProps & { readonly onBack: () => void }) {
  const w = useWords(words);
  const say = useSay();
  const to = action.units.find((unit) => unit.id === draft.to);
  const act = w.act[action.kind];
  return (
    <Notice
      tone="warn"
      title={w.confirmTitle(act, version)}
      action={
        <span className="button-row">
          <Button kind="main" busy={busy} onClick={onSend}>
            {w.confirm(act)}
          </Button>
          <Button onClick={onBack}>{w.backToForm}</Button>
        </span>
      }
    >
      <p>{w.means[action.kind]}</p>
      {to ? <p>{w.to(say(to.name))}</p> : null}
      {draft.paper.trim() ? <p>{w.paperNumber(draft.paper.trim())}</p> : null}
      {draft.text.trim() ? <p className="case-text">{draft.text.trim()}</p> : null}
      {cells.length > 0 ? (
        <ul>
          {cells.map((cell) => (
            <li key={cell.key}>
              <b>{cell.place.label}</b> {draft.reasons[cell.key]}
            </li>
          ))}
        </ul>
      ) : null}
    </Notice>
  );
}
