// The plan editor: annex and tabs at the left, findings or the clause they quote at the right (F02, F05, F08, F73).
import type { Citation } from '@zhenghe/engine/kernel';
import type { Rule } from '@zhenghe/engine/plans';
import { type FunctionComponent, useState } from 'react';
import { ClausePanel } from '../policy/index.ts';
import { useAddress } from '../shell/index.ts';
import { Notice, Page, StateWord, Tabs, useWords } from '../ui/index.ts';
import { DeskProvider } from './desk.ts';
import { isDirty } from './edit.ts';
import { AnnexTable } from './parts/annex-table.tsx';
import { AnswersList } from './parts/answers-list.tsx';
import { EditorActions } from './parts/editor-actions.tsx';
import { FindingsPanel } from './parts/findings-panel.tsx';
import { HistoryList } from './parts/history-list.tsx';
import { MilestonesTable } from './parts/milestones-table.tsx';
import { OrganisationTable } from './parts/organisation-table.tsx';
import { ParksTable } from './parts/parks-table.tsx';
import { PartsTable } from './parts/parts-table.tsx';
import { ReadOnlyNotice } from './parts/read-only-notice.tsx';
import { TotalsRow } from './parts/totals-row.tsx';
import { ZonesTable } from './parts/zones-table.tsx';
import { stateTones } from './plan-list.tsx';
import type { PlanDetail } from './shapes.ts';
import { type EditorTab, editorTabs, tabNamed } from './tabs.ts';
import { useEditor } from './use-editor.ts';
import { useLeave } from './use-leave.ts';
import { words } from './words.ts';

interface EditorProps {
  readonly detail: PlanDetail;
  readonly rules: readonly Rule[] | undefined;
  readonly rulesFailed: boolean;
}

export function Editor({ detail, rules, rulesFailed }: EditorProps) {
  const w = useWords(words);
  const desk = useEditor(detail, rules);
  const [clause, setClause] = useState<Citation | null>(null);
  const dirty = isDirty(desk.state);
  useLeave(dirty, w.editor.leave);
  return (
    <DeskProvider value={desk}>
      <Page title={desk.state.plan.title} answers={w.editor.answer} actions={<EditorActions detail={detail} />}>
        <p className="plan-state">
          <StateWord tone={stateTones[detail.state]}>{w.states[detail.state]}</StateWord>{' '}
          <span className="note">{w.editor.versionName(desk.state.basedOn)}</span>{' '}
          {detail.plan.training ? <StateWord tone="warn">{w.editor.training}</StateWord> : null}{' '}
          {dirty ? <StateWord tone="info">{w.editor.unsaved}</StateWord> : null}
        </p>
        <ReadOnlyNotice detail={detail} />
        {rulesFailed ? <Notice tone="warn" title={w.editor.rulesFailed} /> : null}
        <TotalsRow />
        <div className="editor">
          <div className="editor-main">
            <EditorTabs detail={detail} />
          </div>
          <div className="editor-side">
            {clause ? <ClausePanel key={`${clause.pack}/${clause.clause}`} citation={clause} onClose={() => setClause(null)} /> : null}
            <div hidden={clause !== null}>
              <FindingsPanel check={desk.check} onClause={setClause} />
            </div>
          </div>
        </div>
      </Page>
    </DeskProvider>
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
