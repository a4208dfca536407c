// The plan editor: annex and tabs at the left, findings or the clause they quote at the right (F02, F05, F08, F73).
import type { Citation } from '@zhenghe/engine/kernel';
import type { Rule } from '@zhenghe/engine/plans';
import { type FunctionComponent, useMemo, useState } from 'react';
import { type CaseView, type Picking, useCase, usePicking } from '../approvals/index.ts';
import { OpenRoundProvider, openPublicRound, useRoundsOf } from '../consultation/index.ts';
import { DocumentsPanel } from '../documents/index.ts';
import { ClausePanel } from '../policy/index.ts';
import { useAddress, useLeave } from '../shell/index.ts';
import { Notice, Page, StateWord, Tabs, useWords } from '../ui/index.ts';
import { CellTalkProvider, notesOf } from './cell-talk.ts';
import { cellKey } from './cells.ts';
import { DeskProvider, useDesk } from './desk.ts';
import { useOwnJurisdiction } from './hooks.ts';
import { AnnexTable } from './parts/annex-table.tsx';
import { AnswersList } from './parts/answers-list.tsx';
import { CellPicker } from './parts/approval-cells.tsx';
import { ApprovalPanel } from './parts/approval-panel.tsx';
import { Boundaries } from './parts/boundaries.tsx';
import { ConsultationPanel } from './parts/consultation-panel.tsx';
import { type Asked, EditorActions } from './parts/editor-actions.tsx';
import { EditorSteps } from './parts/editor-steps.tsx';
import { FindingsPanel } from './parts/findings-panel.tsx';
import { HistoryList } from './parts/history-list.tsx';
import { KeptPlan } from './parts/kept-plan.tsx';
import { MilestonesTable } from './parts/milestones-table.tsx';
import { OrganisationTable } from './parts/organisation-table.tsx';
import { OutcomeNotice } from './parts/outcome-notice.tsx';
import { ParksTable } from './parts/parks-table.tsx';
import { PartsTable } from './parts/parts-table.tsx';
import { ReadOnlyNotice } from './parts/read-only-notice.tsx';
import { TotalsRow } from './parts/totals-row.tsx';
import { ZonesTable } from './parts/zones-table.tsx';
import { stateTones } from './plan-list.tsx';
import { placeOfWire } from './returned.ts';
import type { PlanDetail } from './shapes.ts';
import { type EditorTab, editorTabs, tabNamed } from './tabs.ts';
import { useActions } from './use-actions.ts';
import { type LiveCheck, useEditor } from './use-editor.ts';
import { words } from './words.ts';

interface EditorProps {
  readonly detail: PlanDetail;
  readonly rules: readonly Rule[] | undefined;
  readonly rulesFailed: boolean;
}

export function Editor({ detail, rules, rulesFailed }: EditorProps) {
  const approval = useCase('plans', detail.id);
  const unlocked = useUnlocked(approval.data);
  const desk = useEditor(detail, rules, unlocked);
  const w = useWords(words).editor;
  const picking = usePicking(cellKey);
  const notes = useMemo(() => notesOf(reasonsOf(approval.data), picking), [approval.data, picking]);
  const talk = useMemo(() => ({ notes, picking: picking.active }), [notes, picking.active]);
  useLeave(desk.dirty, w.leave);
  const rounds = useRoundsOf('plans', detail.id).data ?? [];
  const drafts = useOwnJurisdiction() === detail.plan.jurisdiction;
  return (
    <DeskProvider value={desk}>
      <CellTalkProvider value={talk}>
        <OpenRoundProvider value={drafts ? null : openPublicRound(rounds, detail.version)}>
          <EditorPage detail={detail} check={desk.check} rulesFailed={rulesFailed} approval={approval} picking={picking} />
        </OpenRoundProvider>
      </CellTalkProvider>
    </DeskProvider>
  );
}

function reasonsOf(view: CaseView | undefined) {
  return (view?.returned?.reasons ?? []).map(({ place, text }) => ({ place: placeOfWire(place), text }));
}

/** While a plan is returned, the keys of the cells that came back; null otherwise. */
function useUnlocked(view: CaseView | undefined): ReadonlySet<string> | null {
  return useMemo(
    () => (view?.state === 'returned' ? new Set((view.unlocked ?? []).map((place) => cellKey(placeOfWire(place)))) : null),
    [view],
  );
}

interface EditorPageProps {
  readonly detail: PlanDetail;
  readonly check: LiveCheck;
  readonly rulesFailed: boolean;
  readonly approval: ReturnType<typeof useCase>;
  readonly picking: Picking;
}

function EditorPage({ detail, check, rulesFailed, approval, picking }: EditorPageProps) {
  const w = useWords(words);
  const { state } = useDesk();
  const [clause, setClause] = useState<Citation | null>(null);
  const [asked, setAsked] = useState<Asked>(null);
  const { save, submit, withdraw, takeTheirs, outcome, dismiss, busy } = useActions(detail);
  // The approval below says who holds the plan and why it is locked.
  const told = approval.data !== undefined && detail.version === detail.latest && detail.dataset === 'training' && detail.state !== 'draft';
  const mayWithdraw = approval.data?.allowed.some((action) => action.kind === 'withdraw') ?? false;
  const then = (action: Promise<unknown>) => void action.then(() => setAsked(null));
  const ask = (next: Asked) => {
    dismiss();
    setAsked(next);
  };
  const unread = Object.keys(state.unread).length;
  return (
    <Page
      title={state.plan.title}
      answers={w.editor.answer}
      actions={<EditorActions detail={detail} mayWithdraw={mayWithdraw} onAsk={ask} />}
    >
      <PlanState detail={detail} />
      {told ? null : <ReadOnlyNotice detail={detail} />}
      {rulesFailed ? <Notice tone="warn" title={w.editor.rulesFailed} /> : null}
      {unread > 0 ? <Notice tone="warn" title={w.editor.unreadCount(unread)} /> : null}
      <KeptPlan detail={detail} />
      <EditorSteps
        asked={asked}
        busy={busy}
        onSave={(note) => then(save(note))}
        onSubmit={() => then(submit())}
        onWithdraw={() => then(withdraw())}
        onCancel={() => setAsked(null)}
      />
      <OutcomeNotice outcome={outcome} onDismiss={dismiss} onMine={(theirs) => then(save('', theirs.version))} onTheirs={takeTheirs} />
      {approval.data && detail.version === detail.latest ? (
        <ApprovalPanel view={approval.data} refetch={approval.refetch} mayEdit={detail.mayEdit} picking={picking} />
      ) : null}
      <ConsultationPanel detail={detail} />
      <TotalsRow />
      <div className="editor">
        <CellPicker picking={picking}>
          <EditorTabs detail={detail} />
        </CellPicker>
        <div className="editor-side">
          {clause ? <ClausePanel key={`${clause.pack}/${clause.clause}`} citation={clause} onClose={() => setClause(null)} /> : null}
          <div hidden={clause !== null}>
            <FindingsPanel check={check} onClause={setClause} />
          </div>
        </div>
      </div>
    </Page>
  );
}

function PlanState({ detail }: { readonly detail: PlanDetail }) {
  const w = useWords(words);
  const { state, dirty } = useDesk();
  return (
    <p className="plan-state">
      <StateWord tone={stateTones[detail.state]}>{w.states[detail.state]}</StateWord>
      <span>{w.editor.versionName(state.basedOn)}</span>
      {detail.plan.training ? <StateWord tone="warn">{w.editor.training}</StateWord> : null}
      {dirty ? <StateWord tone="info">{w.editor.unsaved}</StateWord> : null}
    </p>
  );
}

const contents: Readonly<Record<Exclude<EditorTab, 'history' | 'documents' | 'boundaries'>, FunctionComponent>> = {
  annex: AnnexTable,
  parks: ParksTable,
  zones: ZonesTable,
  parts: PartsTable,
  organisation: OrganisationTable,
  milestones: MilestonesTable,
  answers: AnswersList,
};

function EditorTabs({ detail }: { readonly detail: PlanDetail }) {
  const w = useWords(words).editor;
  const [search, change] = useAddress();
  const active = tabNamed(search.tab);
  const tabs = editorTabs.map((key) => {
    if (key === 'history')
      return { key, label: w.tabs[key], content: <HistoryList actions={detail.actions} id={detail.id} latest={detail.latest} /> };
    if (key === 'boundaries') return { key, label: w.tabs[key], content: <Boundaries detail={detail} /> };
    if (key === 'documents') return { key, label: w.tabs[key], content: <Papers detail={detail} /> };
    const Content = contents[key];
    return {
      key,
      label: w.tabs[key],
      content: (
        <div data-place={key} tabIndex={-1}>
          <Content />
        </div>
      ),
    };
  });
  return <Tabs label={w.tabList} tabs={tabs} active={active} onChange={(tab) => change({ tab })} />;
}

function Papers({ detail }: { readonly detail: PlanDetail }) {
  const { state, dirty } = useDesk();
  return <DocumentsPanel plan={detail.id} version={state.basedOn} unsaved={dirty} />;
}
