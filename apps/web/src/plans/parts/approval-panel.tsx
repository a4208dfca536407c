// The approval of this plan on its page: the case, with cells picked from the annex and what came back from a return.
import { CasePanel, type CaseView, type Picking } from '../../approvals/index.ts';
import { Button, useWords } from '../../ui/index.ts';
import { useDesk } from '../desk.ts';
import { words } from '../words-approval.ts';
import { ReturnedPart } from './approval-returned.tsx';

interface ApprovalPanelProps {
  readonly view: CaseView;
  readonly refetch: () => Promise<unknown>;
  readonly mayEdit: boolean;
  readonly picking: Picking;
}

/** Both stand at the top of the page, with what must be true before them. */
const atTheTop = ['submit', 'withdraw'] as const;

export function ApprovalPanel({ view, refetch, mayEdit, picking }: ApprovalPanelProps) {
  const { dirty } = useDesk();
  return (
    <CasePanel view={view} refetch={refetch} elsewhere={atTheTop} picking={picking} unsaved={dirty}>
      {picking.active ? <PickButton /> : null}
      <ReturnedPart view={view} mine={mayEdit} />
    </CasePanel>
  );
}

/** On a phone the tables are a long way below the form. */
function PickButton() {
  const w = useWords(words);
  return (
    <div>
      <Button onClick={() => document.querySelector('.editor-main')?.scrollIntoView({ block: 'start' })}>{w.toCells}</Button>
    </div>
  );
}
