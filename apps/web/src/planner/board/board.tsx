// One scenario: what stands, what was changed and saved, the plan, its settings, the data it rests on.
import { useEffect, useState } from 'react';
import { useAddress, useLeave, usePlaceName } from '../../shell/index.ts';
import { Button, Empty, Link, Page, Tabs, useWords } from '../../ui/index.ts';
import { useScenarios } from '../hooks.ts';
import { NewScenario } from '../parts/new-scenario.tsx';
import { DataPart } from '../settings/data-part.tsx';
import { SettingsPanel } from '../settings/settings-panel.tsx';
import type { Scenario } from '../shapes.ts';
import { words } from '../words-board.ts';
import { BoardTab } from './board-tab.tsx';
import { AdoptDialog } from './parts/adopt-dialog.tsx';
import { StateBar } from './parts/state-bar.tsx';
import { type Board, useBoard } from './use-board.ts';

export function ScenarioBoard({ scenario }: { readonly scenario: Scenario }) {
  const w = useWords(words);
  const board = useBoard(scenario);
  const [search, change] = useAddress();
  const nameOf = usePlaceName();
  const [open, setOpen] = useState<'adopt' | 'copy' | null>(null);
  const { content, mayChange, history } = board;
  useUndoKeys(mayChange ? history : null);
  useLeave(mayChange && board.saving.dirty, w.leave);
  const show = (tab: string) => change({ tab: tab === 'board' ? undefined : tab });
  const showSetting = (setting: string) => {
    show('settings');
    requestAnimationFrame(() => document.getElementById(`setting-${setting}`)?.scrollIntoView({ block: 'center' }));
  };
  const training = scenario.dataset === 'training' ? <span className="training-word">{w.training}</span> : null;
  return (
    <Page
      title={content.name}
      answers={
        <>
          {nameOf(scenario.scope)} · {w.day} <span className="number">{scenario.day}</span> · {w.answers} {training}
        </>
      }
      actions={<Actions board={board} onOpen={setOpen} />}
    >
      <StateBar board={board} />
      {board.instance.parks.length === 0 ? (
        <Nothing scenario={scenario} />
      ) : (
        <Tabs
          label={w.tabsLabel}
          active={search.tab ?? 'board'}
          onChange={show}
          tabs={[
            { key: 'board', label: w.tabs.board, content: <BoardTab board={board} onSetting={showSetting} /> },
            { key: 'settings', label: w.tabs.settings, content: <SettingsPanel board={board} /> },
            { key: 'data', label: w.tabs.data, content: <DataPart board={board} /> },
          ]}
        />
      )}
      {open === 'adopt' ? <AdoptDialog board={board} onClose={() => setOpen(null)} /> : null}
      {open === 'copy' ? <Copy scenario={board.scenario} onClose={() => setOpen(null)} /> : null}
    </Page>
  );
}

interface ActionsProps {
  readonly board: Board;
  readonly onOpen: (what: 'adopt' | 'copy') => void;
}

function Actions({ board, onOpen }: ActionsProps) {
  const w = useWords(words);
  const { scenario, history, mayChange, solving, saving, proposal, behind, answered, instance } = board;
  const adoptable = proposal !== null && behind === null && !saving.dirty && answered !== null && board.live.resolved === null;
  return (
    <>
      <Link to="/planner">{w.list}</Link>
      <Link to={`/planner/${scenario.id}/frontier`}>{w.frontier}</Link>
      <Link to="/planner/compare" search={{ a: scenario.id }}>
        {w.compare}
      </Link>
      {mayChange ? (
        <>
          <Button disabled={!history.canUndo} onClick={history.undo} title="Ctrl+Z">
            {w.undo}
          </Button>
          <Button disabled={!history.canRedo} onClick={history.redo} title="Ctrl+Shift+Z">
            {w.redo}
          </Button>
          <Button disabled={!adoptable} title={adoptable ? undefined : w.adoptNotNow} onClick={() => onOpen('adopt')}>
            {w.adopt}
          </Button>
        </>
      ) : null}
      <Button onClick={() => onOpen('copy')}>{w.copy}</Button>
      {mayChange ? (
        <Button kind="main" busy={solving.moving} disabled={instance.parks.length === 0} onClick={solving.solve}>
          {answered ? w.solveAgain : w.solve}
        </Button>
      ) : null}
    </>
  );
}

/** Nothing to plan with: what is missing, and where it comes from. */
function Nothing({ scenario: { dataset } }: { readonly scenario: Scenario }) {
  const w = useWords(words);
  return (
    <Empty title={w.emptyTitle} action={dataset === 'real' ? <Link to="/imports">{w.toImport}</Link> : null}>
      {dataset === 'real' ? w.emptyReal : w.emptyTraining}
    </Empty>
  );
}

function Copy({ scenario, onClose }: { readonly scenario: Scenario; readonly onClose: () => void }) {
  const rows = useScenarios(true).data ?? [];
  return rows.length === 0 ? null : (
    <NewScenario rows={rows} copyOf={rows.find(({ id }) => id === scenario.id) ?? scenario} onClose={onClose} />
  );
}

/** Wherever the focus is, but for fields, which undo their own typing. */
function useUndoKeys(history: Board['history'] | null): void {
  useEffect(() => {
    if (history === null) return;
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog, [role="combobox"]');
      if (typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      if (event.shiftKey) history.redo();
      else history.undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [history]);
}
