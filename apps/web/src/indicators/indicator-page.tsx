// One indicator on a page of its own, at a link that can be quoted; its versions, and what may be done with it.
import { useState } from 'react';
import { useOpen, useParam } from '../shell/index.ts';
import { Answer, Button, Link, Page, Section, useSay, useWords } from '../ui/index.ts';
import { useIndicator, useIsStaff, useMayDefine, useVersions } from './hooks.ts';
import { IndicatorBody } from './parts/indicator-body.tsx';
import { LibraryTabs } from './parts/library-tabs.tsx';
import { MergeDialog } from './parts/merge-dialog.tsx';
import { VersionList } from './parts/version-list.tsx';
import { words } from './words.ts';

export function IndicatorPage() {
  const w = useWords(words);
  const say = useSay();
  const code = useParam('code');
  const query = useIndicator(code);
  const open = useOpen();
  const staff = useIsStaff();
  const mayDefine = useMayDefine();
  const [merging, setMerging] = useState(false);
  const indicator = query.data?.indicator;
  const actions =
    mayDefine && indicator ? (
      <>
        {indicator.mergedInto === null ? <Button onClick={() => setMerging(true)}>{w.merge}</Button> : null}
        <Button kind="main" onClick={() => open(`/indicators/${code}/change`)}>
          {w.change}
        </Button>
      </>
    ) : null;
  return (
    <Page title={indicator ? say(indicator.name) : code} answers={w.libraryAnswer} actions={actions}>
      <LibraryTabs />
      <p className="button-row">
        <Link to="/indicators">{w.back}</Link>
        {indicator ? (
          <Link to="/explorer" search={{ i: code }}>
            {w.figures}
          </Link>
        ) : null}
      </p>
      <Answer query={query} rows={12}>
        {(view) => (
          <div className="section">
            <IndicatorBody view={view} />
          </div>
        )}
      </Answer>
      {staff && indicator ? <History code={code} /> : null}
      {merging && indicator ? <MergeDialog indicator={indicator} onClose={() => setMerging(false)} /> : null}
    </Page>
  );
}

function History({ code }: { readonly code: string }) {
  const w = useWords(words);
  const versions = useVersions({ kind: 'indicator', code });
  return (
    <Section title={w.history}>
      <Answer query={versions} rows={2}>
        {(rows) => (rows.length === 0 ? <p className="note">{w.historyNone}</p> : <VersionList versions={rows} />)}
      </Answer>
    </Section>
  );
}
