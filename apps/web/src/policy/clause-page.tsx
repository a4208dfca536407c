// One clause on a page of its own, at a link that can be quoted: /policy/clauses/zj-2020-guidance/S2-(十三).
import { useParam } from '../shell/index.ts';
import { Answer, Page, useSay, useWords } from '../ui/index.ts';
import { useClause } from './hooks.ts';
import { ClauseBody } from './parts/clause-body.tsx';
import { PolicyTabs } from './parts/policy-tabs.tsx';
import { words } from './words.ts';

export function ClausePage() {
  const citation = { pack: useParam('pack'), clause: useParam('code') };
  const query = useClause(citation);
  const w = useWords(words);
  const say = useSay();
  const heading = query.data ? ` ${say(query.data.heading)}` : '';
  return (
    <Page title={`${citation.clause}${heading}`} answers={w.clausesAnswer}>
      <PolicyTabs />
      <Answer query={query}>{(clause) => <ClauseBody clause={clause} />}</Answer>
    </Page>
  );
}
