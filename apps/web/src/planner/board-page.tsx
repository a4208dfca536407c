// One scenario's page: reads it, and opens the board on it. An older version is read, not changed.
import { useState } from 'react';
import { useAddress, useParam } from '../shell/index.ts';
import { Answer, Page, useWords } from '../ui/index.ts';
import { ScenarioBoard } from './board/board.tsx';
import { useScenario } from './hooks.ts';
import type { Scenario } from './shapes.ts';
import { words } from './words-board.ts';
import './planner.css';

export function BoardPage() {
  const w = useWords(words);
  const id = useParam('id');
  const [search] = useAddress();
  const version = Number(search.version) || undefined;
  const scenario = useScenario(id, version);
  if (!scenario.data) {
    return (
      <Page title={w.title} answers={w.answers}>
        <Answer query={scenario} rows={12}>
          {() => null}
        </Answer>
      </Page>
    );
  }
  return <Opened key={`${id}/${version ?? 'newest'}`} first={scenario.data} />;
}

/** The board keeps what it was opened on: what it saves comes back through the cache, and must not begin it anew. */
function Opened({ first }: { readonly first: Scenario }) {
  const [scenario] = useState(first);
  return <ScenarioBoard scenario={scenario} />;
}
