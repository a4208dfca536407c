// The case of this filing on its page, with cells picked from the sheet for a return.
import { CasePanel, type CaseView } from '../../approvals/index.ts';
import { Button, useWords } from '../../ui/index.ts';
import { words } from '../words-filing.ts';
import { useDesk } from './desk.ts';

interface ApprovalPanelProps {
  readonly view: CaseView;
  readonly refetch: () => Promise<unknown>;
  readonly unsaved: boolean;
}

/** Stands at the top of the page, with what must be true before it. */
const atTheTop = ['submit'] as const;

export function ApprovalPanel({ view, refetch, unsaved }: ApprovalPanelProps) {
  const w = useWords(words);
  const { picking } = useDesk();
  return (
    <CasePanel view={view} refetch={refetch} elsewhere={atTheTop} picking={picking} unsaved={unsaved}>
      {picking.active ? (
        <div>
          <Button onClick={() => document.querySelector('.filing-box')?.scrollIntoView({ block: 'start' })}>{w.toCells}</Button>
        </div>
      ) : null}
    </CasePanel>
  );
}
