// Why a plan cannot be changed here, and what would make it possible.
import { useRoundsOf } from '../../consultation/index.ts';
import { useAddress, useSession } from '../../shell/index.ts';
import { Button, Notice, useWords } from '../../ui/index.ts';
import type { PlanDetail } from '../shapes.ts';
import { words } from '../words.ts';
import { words as approvalWords } from '../words-approval.ts';

export function ReadOnlyNotice({ detail }: { readonly detail: PlanDetail }) {
  const w = useWords(words);
  const a = useWords(approvalWords);
  const [, change] = useAddress();
  const demo = useSession()?.profile === 'demo';
  const asking = useRoundsOf('plans', detail.id).data?.some(({ state }) => state === 'open') ?? false;
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
  if (asking) return <Notice title={w.editor.readOnly}>{a.locked.round}</Notice>;
  return <Notice title={w.editor.readOnly}>{demo && detail.dataset === 'real' ? why.real : a.locked[lockOf(detail)]}</Notice>;
}

function lockOf({ state }: PlanDetail): 'draft' | 'handled' | 'approved' {
  if (state === 'draft' || state === 'approved') return state;
  return 'handled';
}
