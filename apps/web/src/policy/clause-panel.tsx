// A clause beside the work it came from: the side panel of the register and of the plan editor.
import type { Citation } from '@zhenghe/engine/kernel';
import { Answer, SidePanel, useSay } from '../ui/index.ts';
import { useClause } from './hooks.ts';
import { ClauseBody } from './parts/clause-body.tsx';
import './policy.css';

export function ClausePanel({ citation, onClose }: { readonly citation: Citation; readonly onClose: () => void }) {
  const query = useClause(citation);
  const say = useSay();
  const heading = query.data ? ` ${say(query.data.heading)}` : '';
  return (
    <SidePanel title={`${citation.clause}${heading}`} onClose={onClose}>
      <Answer query={query}>{(clause) => <ClauseBody clause={clause} />}</Answer>
    </SidePanel>
  );
}
