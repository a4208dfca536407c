// A clause as a link: the code a reader can quote, opening the clause beside its pack.
import type { Citation } from '@zhenghe/engine/kernel';
import { Link } from './link.tsx';

export function clausePath({ pack, clause }: Citation): string {
  return `/policy/clauses/${encodeURIComponent(pack)}/${encodeURIComponent(clause)}`;
}

export function ClauseLink({ citation }: { readonly citation: Citation }) {
  return (
    <Link to={clausePath(citation)} className="clause-link" title={`${citation.pack} ${citation.clause}`}>
      {citation.clause}
    </Link>
  );
}
