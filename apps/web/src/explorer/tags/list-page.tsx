// The tag library (F85): each tag with its rule, for how many zones it holds, when it expires and who answers for it.
import { periodName } from '@zhenghe/engine/kernel';
import { Answer, type Column, DataTable, Empty, Link, Page, StateWord, useSay, useWords } from '../../ui/index.ts';
import { useTags } from '../hooks.ts';
import { ExplorerTabs } from '../parts/explorer-tabs.tsx';
import type { TagRow } from '../shapes.ts';
import { useMayPropose } from './hooks.ts';
import { tagWords } from './words.ts';
import '../explorer.css';

export function TagListPage() {
  const w = useWords(tagWords);
  const tags = useTags();
  const columns = useTagColumns();
  const actions = useMayPropose() ? (
    <>
      <Link to="/indicators/proposals">{w.proposals}</Link>
      <Link to="/tags/new">{w.add}</Link>
    </>
  ) : null;
  return (
    <Page title={w.title} answers={w.answers} actions={actions}>
      <ExplorerTabs />
      <Answer query={tags} rows={8}>
        {(rows) => (
          <DataTable
            caption={w.title}
            columns={columns}
            rows={rows}
            rowKey={({ code }) => code}
            wrap
            empty={<Empty title={w.none}>{w.noneNext}</Empty>}
          />
        )}
      </Answer>
    </Page>
  );
}

function useTagColumns(): readonly Column<TagRow>[] {
  const w = useWords(tagWords);
  const say = useSay();
  return [
    { key: 'name', title: w.name, width: 150, render: ({ code, name }) => <Link to={`/tags/${code}`}>{say(name)}</Link> },
    { key: 'rule', title: w.rule, width: 240, render: ({ rule }) => <code className="rule">{rule}</code> },
    { key: 'grain', title: w.grain, render: ({ grain }) => w.grains[grain] },
    { key: 'count', title: w.count, numeric: true, important: true, render: (tag) => <Count tag={tag} /> },
    { key: 'expires', title: w.expires, tight: true, important: true, render: (tag) => <Expiry tag={tag} /> },
    { key: 'owner', title: w.owner, width: 180, important: true, render: ({ owner }) => say(owner) },
  ];
}

export function Count({ tag: { count, period } }: { readonly tag: TagRow }) {
  const w = useWords(tagWords);
  const say = useSay();
  if (!count) return <span className="missing">{w.noPeriod}</span>;
  return (
    <>
      <b className="number">{w.counts(count.yes, count.no, count.unknown)}</b>
      {period ? <div className="note">{say(periodName(period))}</div> : null}
    </>
  );
}

export function Expiry({ tag: { expires, expired } }: { readonly tag: TagRow }) {
  const w = useWords(tagWords);
  return (
    <>
      {expires} {expired ? <StateWord tone="warn">{w.expired}</StateWord> : null}
    </>
  );
}
