// Where documents disagree, or leave a hole: both clauses side by side, how it was found, how the product handles it.
import { useEffect } from 'react';
import { useAddress } from '../shell/index.ts';
import { Answer, ClauseLink, Page, StateWord, useSay, useWords } from '../ui/index.ts';
import { useConflicts, usePacks } from './hooks.ts';
import { PolicyTabs } from './parts/policy-tabs.tsx';
import type { Conflict } from './shapes.ts';
import { words } from './words.ts';

export function ConflictList() {
  const w = useWords(words);
  const [search] = useAddress();
  const query = useConflicts();
  const shown = search.show;
  useEffect(() => {
    if (shown && query.data) document.getElementById(shown)?.scrollIntoView();
  }, [shown, query.data]);
  return (
    <Page title={w.tabs.conflicts} answers={w.conflictsAnswer}>
      <PolicyTabs />
      <Answer query={query}>
        {(conflicts) => (
          <>
            <p className="note">{w.conflictCount(conflicts.length, conflicts.filter((one) => one.found === 'machine').length)}</p>
            {conflicts.map((conflict, index) => (
              <ConflictCard key={conflict.id} number={index + 1} conflict={conflict} shown={conflict.id === shown} />
            ))}
          </>
        )}
      </Answer>
    </Page>
  );
}

function ConflictCard({ number, conflict, shown }: { readonly number: number; readonly conflict: Conflict; readonly shown: boolean }) {
  const w = useWords(words);
  const say = useSay();
  const packs = usePacks().data ?? [];
  const titleOf = (id: string) => {
    const pack = packs.find((one) => one.id === id);
    return pack ? say(pack.title) : id;
  };
  return (
    <section className={shown ? 'conflict shown' : 'conflict'} id={conflict.id} aria-label={say(conflict.title)}>
      <h2>
        {number}. {say(conflict.title)}
      </h2>
      <StateWord tone={conflict.found === 'machine' ? 'info' : 'quiet'}>{w.foundBy[conflict.found]}</StateWord>
      <p>{say(conflict.explanation)}</p>
      <div className="sides">
        {conflict.sides.map((side) => (
          <div className="side" key={`${side.pack}/${side.clause}/${side.says.zh}`}>
            <ClauseLink citation={side} /> <span className="note">{titleOf(side.pack)}</span>
            <p>{say(side.says)}</p>
          </div>
        ))}
      </div>
      <p>
        <strong>{w.handling}：</strong>
        {say(conflict.handling)}
      </p>
    </section>
  );
}
