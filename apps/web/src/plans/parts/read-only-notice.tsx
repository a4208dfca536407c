// Why a plan cannot be changed here, and what would make it possible.
import { useAddress, useSession } from '../../shell/index.ts';
import { Button, Notice, useWords, type WordsLike } from '../../ui/index.ts';
import type { PlanDetail } from '../shapes.ts';
import { words } from '../words.ts';

export function ReadOnlyNotice({ detail }: { readonly detail: PlanDetail }) {
  const w = useWords(words);
  const [, change] = useAddress();
  const demo = useSession()?.profile === 'demo';
  if (detail.mayEdit) return null;
  const why = w.editor.readOnlyWhy;
  if (detail.version < detail.latest) {
    const open = <Button onClick={() => change({ version: undefined })}>{w.editor.openLatest}</Button>;
    return (
      <Notice title={w.editor.readOnly} action={open}>
        {why.old(detail.version, detail.latest)}
      </Notice>
    );
  }
  return <Notice title={w.editor.readOnly}>{reasonFor(detail, demo, w)}</Notice>;
}

function reasonFor({ dataset, state }: PlanDetail, demo: boolean, w: WordsLike<typeof words.zh>): string {
  const why = w.editor.readOnlyWhy;
  if (demo && dataset === 'real') return why.real;
  if (state === 'draft') return why.role;
  return state === 'approved' ? why.approved : why.state(w.states[state]);
}
