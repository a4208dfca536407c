// Consultation on the subject's own page: its rounds, why it stands still while one is open, and beginning the next.
import { useState } from 'react';
import { Button, Empty, Link, Notice, Section, useSay, useWords } from '../ui/index.ts';
import './consultation.css';
import { useOffer, useRoundsOf } from './hooks.ts';
import { BeginForm } from './parts/begin-form.tsx';
import { roundPath } from './parts/round-cards.tsx';
import { RoundTable } from './parts/round-table.tsx';
import type { RoundDetail, RoundRow } from './shapes.ts';
import { words } from './words.ts';
import { words as deskWords } from './words-desk.ts';

export interface SubjectPanelProps {
  readonly noun: string;
  readonly subject: string;
  /** Whether the reader's unit drafts it and looks at the newest version, so that a round may begin. */
  readonly drafts: boolean;
  readonly unsaved: boolean;
}

export function SubjectPanel(props: SubjectPanelProps) {
  const all = useWords(deskWords);
  const d = all.panel;
  const rounds = useRoundsOf(props.noun, props.subject).data ?? [];
  const [begun, setBegun] = useState<RoundDetail | null>(null);
  // Of two that are open at once, the one that holds the subject longest.
  const [open] = rounds.filter(({ state }) => state === 'open').sort((one, other) => other.closesOn.localeCompare(one.closesOn));
  if (rounds.length === 0 && !props.drafts) return null;
  return (
    <Section title={d.title}>
      <div className="stack">
        {begun ? <Begun round={begun} /> : null}
        {open ? <Locked round={open} drafts={props.drafts} /> : null}
        {rounds.length > 0 ? <RoundTable rounds={rounds} caption={all.rounds} ofOne /> : <Empty title={d.none}>{d.noneNext}</Empty>}
        {props.drafts && !open ? <Begin {...props} onBegun={setBegun} /> : null}
      </div>
    </Section>
  );
}

function Begin({ onBegun, ...props }: SubjectPanelProps & { readonly onBegun: (round: RoundDetail) => void }) {
  const d = useWords(deskWords).panel;
  const say = useSay();
  const [open, setOpen] = useState(false);
  const offer = useOffer(props.noun, props.subject, props.drafts).data;
  if (!offer) return null;
  if (offer.refused) return <p className="note">{say(offer.refused)}</p>;
  if (open) return <BeginForm {...props} offer={offer} onBegun={onBegun} onCancel={() => setOpen(false)} />;
  return (
    <div>
      <Button disabled={props.unsaved} title={props.unsaved ? d.unsaved : undefined} onClick={() => setOpen(true)}>
        {d.begin}
      </Button>
    </div>
  );
}

function Begun({ round }: { readonly round: RoundDetail }) {
  const d = useWords(deskWords).panel;
  return (
    <div role="status">
      <Notice tone="good" title={d.started} action={<Link to={roundPath(round.id)}>{d.go}</Link>}>
        {d.started2}
      </Notice>
    </div>
  );
}

function Locked({ round, drafts }: { readonly round: RoundRow; readonly drafts: boolean }) {
  const w = useWords(words);
  const d = useWords(deskWords).panel;
  return (
    <Notice
      tone="warn"
      title={d.locked(w.kinds[round.kind], round.number, round.closesOn)}
      action={<Link to={roundPath(round.id)}>{round.kind === 'public' && !drafts ? w.comment : d.go}</Link>}
    >
      {drafts ? d.lockedNext : d.lockedRead}
    </Notice>
  );
}
