// Drafts of indicators, forms and tags: those that wait for another person, and those that were decided.
import { useAddress } from '../shell/index.ts';
import { Answer, Empty, Page, Section, Toggle, useWords } from '../ui/index.ts';
import { keysOf } from './filter.ts';
import { useVersions } from './hooks.ts';
import { LibraryTabs } from './parts/library-tabs.tsx';
import { VersionList } from './parts/version-list.tsx';
import { words } from './words.ts';
import { draftWords } from './words-drafts.ts';

const kinds = keysOf(draftWords.zh.kinds);

export function ProposalsPage() {
  const w = useWords(words);
  const d = useWords(draftWords);
  const [search, change] = useAddress();
  const kind = kinds.find((one) => one === search.kind);
  const query = useVersions(kind ? { kind } : {});
  return (
    <Page title={w.tabs.proposals} answers={d.answer}>
      <LibraryTabs />
      <div>
        <Toggle
          label={d.whichKind}
          value={kind ?? 'all'}
          choices={[{ value: 'all', label: w.all }, ...kinds.map((value) => ({ value, label: d.kinds[value] }))]}
          onChange={(next) => change({ kind: next === 'all' ? undefined : next })}
        />
      </div>
      <Answer query={query}>
        {(rows) => {
          const waiting = rows.filter(({ state }) => state === 'proposed');
          const past = rows.filter(({ state }) => state !== 'proposed');
          return (
            <>
              <Section title={d.waiting} note={String(waiting.length)}>
                {waiting.length === 0 ? (
                  <Empty title={d.waitingNone}>{d.waitingNoneNext}</Empty>
                ) : (
                  <VersionList titled versions={waiting} />
                )}
              </Section>
              <Section title={d.past} note={String(past.length)}>
                {past.length === 0 ? <p className="note">{d.pastNone}</p> : <VersionList titled versions={past} />}
              </Section>
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
