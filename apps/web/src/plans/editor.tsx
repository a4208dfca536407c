// The plan editor: annex and tabs at the left, findings or the clause they quote at the right (F02, F05, F08, F73).
import type { Citation } from '@zhenghe/engine/kernel';
import type { Rule } from '@zhenghe/engine/plans';
import { type FunctionComponent, useState } from 'react';
import { ClausePanel } from '../policy/index.ts';
import { useAddress } from '../shell/index.ts';
import { Notice, Page, StateWord, Tabs, useWords } from '../ui/index.ts';
import { DeskProvider, useDesk } from './desk.ts';
import { useOwnJurisdiction } from './hooks.ts';
import { AnnexTable } from './parts/annex-table.tsx';
import { AnswersList } from './parts/answers-list.tsx';
import { type Asked, EditorActions } from './parts/editor-actions.tsx';
import { EditorSteps } from './parts/editor-steps.tsx';
import { FindingsPanel } from './parts/findings-panel.tsx';
import { HistoryList } from './parts/history-list.tsx';
import { MilestonesTable } from './parts/milestones-table.tsx';
import { OrganisationTable } from './parts/organisation-table.tsx';
import { OutcomeNotice } from './parts/outcome-notice.tsx';
import { ParksTable } from './parts/parks-table.tsx';
import { PartsTable } from './parts/parts-table.tsx';
import { ReadOnlyNotice } from './parts/read-only-notice.tsx';
import { TotalsRow } from './parts/totals-row.tsx';
import { ZonesTable } from './parts/zones-table.tsx';
import { stateTones } from './plan-list.tsx';
import type { PlanDetail } from './shapes.ts';
import { type EditorTab, editorTabs, tabNamed } from './tabs.ts';
import { useActions } from './use-actions.ts';
import { type LiveCheck, useEditor } from './use-editor.ts';
import { useLeave } from './use-leave.ts';
import { words } from './words.ts';

interface EditorProps {
  readonly detail: PlanDetail;
  readonly rules: readonly Rule[] | undefined;
  readonly rulesFailed: boolean;
}

export function Editor({ detail, rules, rulesFailed }: EditorProps) {
  const desk = useEditor(detail, rules);
  const w = useWords(words).editor;
  useLeave(desk.dirty, w.leave);
  return (
    <DeskProvider value={desk}>
      <EditorPage detail={detail} check={desk.check} rulesFailed={rulesFailed} />
    </DeskProvider>
  );
}

interface EditorPageProps {
  readonly detail: PlanDetail;
  readonly check: LiveCheck;
  readonly rulesFailed: boolean;
}

function EditorPage({ detail, check, rulesFailed }: EditorPageProps) {
  const w = useWords(words);
  const { state } = useDesk();
  const [clause, setClause] = useState<Citation | null>(null);
  const [asked, setAsked] = useState<Asked>(null);
  const { save, submit, withdraw, takeTheirs, outcome, dismiss, busy } = useActions(detail);
  const own = useOwnJurisdiction() === detail.plan.jurisdiction;
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
      actions={<EditorActions detail={detail} mayWithdraw={own && detail.state === 'submitted'} onAsk={ask} />}
    >
      <PlanState detail={detail} />
      <ReadOnlyNotice detail={detail} />
      {rulesFailed ? <Notice tone="warn" title={w.editor.rulesFailed} /> : null}
      {unread > 0 ? <Notice tone="warn" title={w.editor.unreadCount(unread)} /> : null}
      <EditorSteps
        asked={asked}
        busy={busy}
        onSave={(note) => then(save(note))}
        onSubmit={() => then(submit())}
        onWithdraw={() => then(withdraw())}
        onCancel={() => setAsked(null)}
      />
      <OutcomeNotice outcome={outcome} onDismiss={dismiss} onMine={(theirs) => then(save('', theirs.version))} onTheirs={takeTheirs} />
      <TotalsRow />
      <div className="editor">
        <div className="editor-main">
          <EditorTabs detail={detail} />
        </div>
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

const contents: Readonly<Record<Exclude<EditorTab, 'history'>, FunctionComponent>> = {
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
