// The approval of one subject on its own page: who holds it, the steps, what was done, and what the reader may do now.
import { type ReactNode, useState } from 'react';
import { KeptOffer } from '../shell/index.ts';
import { Button, ClauseLink, Notice, Section, StateWord, type Tone, useSay, useWords } from '../ui/index.ts';
import { ActOutcomeNotice } from './parts/act-outcome.tsx';
import { ActionForm } from './parts/action-form.tsx';
import { ActionLog } from './parts/action-log.tsx';
import { Holders } from './parts/holders.tsx';
import { Steps } from './parts/steps.tsx';
import type { Picking } from './picking.ts';
import type { ActionKind, AllowedAction, CaseView } from './shapes.ts';
import { type TypedAct, useCaseDesk } from './use-case-desk.ts';
import { words } from './words.ts';
import './approvals.css';

const stateTones: Readonly<Record<CaseView['state'], Tone>> = {
  draft: 'quiet',
  returned: 'warn',
  review: 'info',
  decide: 'info',
  approved: 'good',
  refused: 'bad',
};

export interface CasePanelProps {
  readonly view: CaseView;
  readonly refetch: () => Promise<unknown>;
  /** Actions that have a button elsewhere on the page. */
  readonly elsewhere: readonly ActionKind[];
  /** Cells picked on the page for a return. */
  readonly picking: Picking;
  /** Work on the page that is not saved: nothing is decided over it. */
  readonly unsaved: boolean;
  /** What the subject adds: for a plan, what changed since the return. */
  readonly children?: ReactNode;
}

export function CasePanel(props: CasePanelProps) {
  const { view } = props;
  const w = useWords(words);
  const note = <StateWord tone={stateTones[view.state]}>{w.states[view.state]}</StateWord>;
  return (
    <Section title={w.title} note={note}>
      <div className="stack case-panel">
        <Standing view={view} />
        <Actions {...props} />
        {props.children}
        <details open={view.state !== 'draft'}>
          <summary>{w.steps}</summary>
          <div className="stack">
            <Steps steps={view.steps} />
            <Basis workflow={view.workflow} />
          </div>
        </details>
        <ActionLog actions={view.actions} />
      </div>
    </Section>
  );
}

function Standing({ view }: { readonly view: CaseView }) {
  const w = useWords(words);
  const { inForce, state } = view;
  const now = view.steps.find((step) => step.standing === 'now');
  const out = now?.opinions.filter(({ standing }) => standing === 'asked' || standing === 'later').length ?? 0;
  return (
    <>
      {state === 'approved' && inForce ? (
        <Notice tone="good" title={w.frozenTitle(inForce.version, inForce.on)}>
          {inForce.paper ? w.frozenPaper(inForce.paper) : ''} {w.frozenNext}
        </Notice>
      ) : null}
      {state === 'refused' ? (
        <Notice tone="bad" title={w.refused}>
          {w.refusedNext}
        </Notice>
      ) : null}
      {state !== 'approved' && inForce ? <Notice title={w.inForce(inForce.version, inForce.on)} /> : null}
      {state === 'approved' ? null : <Holders tasks={view.tasks} />}
      {out > 0 ? <p className="note">{w.waitOpinions(out)}</p> : null}
    </>
  );
}

function Actions({ view, refetch, elsewhere, picking, unsaved }: CasePanelProps) {
  const w = useWords(words);
  const desk = useCaseDesk(view, { picking, refetch });
  const { draft, outcome } = desk;
  const offered = view.allowed.filter((action) => !elsewhere.includes(action.kind));
  const chosen = draft ? offered.find((action) => action.kind === draft.kind && action.unit.id === draft.unit) : undefined;
  const open = (action: AllowedAction) => {
    desk.open(action);
    if (action.needs.reasons !== 'none') picking.setActive(true);
  };
  const restore = (typed: TypedAct) => {
    picking.setActive(typed.cells.length > 0);
    for (const { place } of typed.cells) picking.toggle(place);
    desk.setDraft(typed.draft);
  };
  return (
    <>
      {outcome ? <ActOutcomeNotice outcome={outcome} view={view} onClose={desk.dismiss} /> : null}
      {draft && !chosen ? <Gone draft={draft.text} reasons={Object.values(draft.reasons)} onClose={desk.close} /> : null}
      {chosen && draft ? (
        <ActionForm
          key={`${chosen.kind}/${chosen.unit.id}`}
          action={chosen}
          version={view.version}
          draft={draft}
          cells={picking.picked}
          busy={desk.busy}
          onChange={desk.setDraft}
          onDrop={({ place }) => picking.toggle(place)}
          onSend={() => void desk.send(chosen)}
          onCancel={desk.close}
        />
      ) : null}
      {draft ? null : <KeptOffer keeping={desk.keeping} where={w.title} onRestore={restore} />}
      {draft || offered.length === 0 ? null : <ActionButtons offered={offered} unsaved={unsaved} onOpen={open} />}
    </>
  );
}

/** What moves the case on stands first and filled; the rest follows in the order of the work. */
const order: readonly ActionKind[] = [
  'opine',
  'accept',
  'approve',
  'return',
  'refuse',
  'revise',
  'add-signer',
  'note-silence',
  'hand-over',
  'delegate',
  'remind',
  'submit',
  'withdraw',
];
const leading: readonly ActionKind[] = ['opine', 'accept', 'approve'];

interface ActionButtonsProps {
  readonly offered: readonly AllowedAction[];
  readonly unsaved: boolean;
  readonly onOpen: (action: AllowedAction) => void;
}

function ActionButtons({ offered, unsaved, onOpen }: ActionButtonsProps) {
  const w = useWords(words);
  const say = useSay();
  const several = new Set(offered.map((action) => action.unit.id)).size > 1;
  const sorted = [...offered].sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  return (
    <div className="button-row">
      {sorted.map((action, index) => (
        <Button
          key={`${action.kind}/${action.unit.id}`}
          kind={index === 0 && leading.includes(action.kind) ? 'main' : 'plain'}
          disabled={unsaved}
          title={unsaved ? w.saveFirst : w.means[action.kind]}
          onClick={() => onOpen(action)}
        >
          {several ? w.actFor(w.act[action.kind], say(action.unit.name)) : w.act[action.kind]}
        </Button>
      ))}
    </div>
  );
}

/** The step was taken by somebody else while this form was open: its words are kept to be copied. */
function Gone({ draft, reasons, onClose }: { readonly draft: string; readonly reasons: readonly string[]; readonly onClose: () => void }) {
  const w = useWords(words);
  const [shown] = useState([draft, ...reasons].filter((text) => text.trim()).join('\n'));
  return (
    <Notice tone="warn" title={w.gone} action={<Button onClick={onClose}>{w.close}</Button>}>
      {shown ? (
        <>
          <p>{w.goneNext}</p>
          <textarea className="typed-text" aria-label={w.typed} readOnly rows={4} value={shown} />
        </>
      ) : null}
    </Notice>
  );
}

function Basis({ workflow }: { readonly workflow: CaseView['workflow'] }) {
  const w = useWords(words);
  const say = useSay();
  return (
    <p className="note case-basis">
      {w.basis} {say(workflow.title)} <ClauseLink citation={{ pack: workflow.pack, clause: workflow.clause }} /> ·{' '}
      {w.deadlinesFrom[workflow.deadlines]} {say(workflow.note)}
    </p>
  );
}
