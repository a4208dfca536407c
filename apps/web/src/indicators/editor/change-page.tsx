// A change of an indicator: what is in force stands in the fields to begin with.
import { useParam } from '../../shell/index.ts';
import { Answer, Link, Notice, Page, useSay, useWords } from '../../ui/index.ts';
import { useIndicator, useMayDefine } from '../hooks.ts';
import { LibraryTabs } from '../parts/library-tabs.tsx';
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
          {({ indicator }) => <Editor key={`${indicator.code} ${indicator.version}`} begin={draftOf(bodyOf(indicator))} code={code} />}
        </Answer>
      ) : (
        <Notice tone="quiet" title={w.onlyProvince} />
      )}
    </Page>
  );
}
