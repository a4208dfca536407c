// One plan: fetches it with the rules in force for its place on the day in view, and opens the editor on it.
import { useAddress, useParam } from '../shell/index.ts';
import { Answer, Page, useWords } from '../ui/index.ts';
import { Editor } from './editor.tsx';
import { usePlan, useRules } from './hooks.ts';
import { words } from './words.ts';
import './plans.css';

export function PlanPage() {
  const id = useParam('id');
  const [search] = useAddress();
  const picked = Number(search.version) || undefined;
  const query = usePlan(id, picked);
  const rules = useRules(query.data?.plan.jurisdiction);
  // Without a plan there is no title of its own: the page still says where one is.
  if (query.error && !query.data) return <Unreadable query={query} />;
  return (
    <Answer query={query} rows={14}>
      {(detail) => <Editor key={`${id}/${picked ?? 'latest'}`} detail={detail} rules={rules.data?.rules} rulesFailed={rules.isError} />}
    </Answer>
  );
}

function Unreadable({ query }: { readonly query: ReturnType<typeof usePlan> }) {
  const w = useWords(words);
  return (
    <Page title={w.nav} answers={w.listAnswer}>
      <Answer query={query}>{() => null}</Answer>
    </Page>
  );
}
