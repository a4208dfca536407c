// A change of an indicator: what is in force stands in the fields to begin with.
import { useMemo } from 'react';
import { useParam } from '../../shell/index.ts';
import { Answer, Link, Notice, Page, useSay, useWords } from '../../ui/index.ts';
import { useIndicator, useMayDefine } from '../hooks.ts';
import { LibraryTabs } from '../parts/library-tabs.tsx';
import type { IndicatorRow } from '../shapes.ts';
import { editorWords } from '../words-editor.ts';
import { bodyOf, draftOf } from './draft.ts';
import { Editor } from './editor.tsx';

export function ChangePage() {
  const w = useWords(editorWords);
  const say = useSay();
  const code = useParam('code');
  const query = useIndicator(code);
  const mayDefine = useMayDefine();
  const name = query.data ? say(query.data.indicator.name) : code;
  return (
    <Page title={w.changeTitle(name)} answers={w.answer}>
      <LibraryTabs />
      <p>
        <Link to={`/indicators/${code}`}>{name}</Link>
      </p>
      {mayDefine ? (
        <Answer query={query} rows={12}>
          {({ indicator }) => <Changing key={indicator.version} indicator={indicator} />}
        </Answer>
      ) : (
        <Notice tone="quiet" title={w.onlyProvince} />
      )}
    </Page>
  );
}

/** The draft it begins with stays the same object while it is typed over. */
function Changing({ indicator }: { readonly indicator: IndicatorRow }) {
  const begin = useMemo(() => draftOf(bodyOf(indicator)), [indicator]);
  return <Editor begin={begin} code={indicator.code} edition={String(indicator.version)} />;
}
