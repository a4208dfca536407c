// A new indicator.
import { Notice, Page, useWords } from '../../ui/index.ts';
import { useMayDefine } from '../hooks.ts';
import { LibraryTabs } from '../parts/library-tabs.tsx';
import { editorWords } from '../words-editor.ts';
import { emptyDraft } from './draft.ts';
import { Editor } from './editor.tsx';

export function NewPage() {
  const w = useWords(editorWords);
  const mayDefine = useMayDefine();
  return (
    <Page title={w.newTitle} answers={w.answer}>
      <LibraryTabs />
      {mayDefine ? <Editor begin={emptyDraft} code={null} edition="0" /> : <Notice tone="quiet" title={w.onlyProvince} />}
    </Page>
  );
}
