// Predecessors and successors as nested lists: each step names the act, its day and its paper.
import { Link, useWords } from '../../ui/index.ts';
import type { LineageNode } from '../shapes.ts';
import { terms } from '../terms.ts';
import { words } from '../words.ts';
import { zonePath } from './list-table.tsx';

interface LineageTreeProps {
  readonly title: string;
  readonly root: LineageNode;
  readonly none: string;
}

export function LineageTree({ title, root, none }: LineageTreeProps) {
  const w = useWords(words);
  return (
    <div>
      <h3>{title}</h3>
      {root.next.length === 0 ? (
        <p className="note">{none}</p>
      ) : (
        <ul className="tree" aria-label={title}>
          <li>
            {root.name} <span className="note">{w.itself}</span>
            <Branches nodes={root.next} />
          </li>
        </ul>
      )}
    </div>
  );
}

function Branches({ nodes }: { readonly nodes: readonly LineageNode[] }) {
  const t = useWords(terms);
  return (
    <ul>
      {nodes.map((node) => (
        <li key={`${node.id} ${node.by?.id ?? ''}`}>
          {node.by ? (
            <span className="tree-act">
              {node.by.on} {t.act[node.by.kind]} · {node.by.paper}
            </span>
          ) : null}
          <Link to={zonePath(node.id)}>{node.name}</Link>{' '}
          <span className="note">
            {node.from} – {node.to ?? ''}
          </span>
          {node.next.length > 0 ? <Branches nodes={node.next} /> : null}
        </li>
      ))}
    </ul>
  );
}
