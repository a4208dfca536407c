// Pages of a list the server cuts. State is the caller's, in the URL.
import { Button } from './button.tsx';
import { useWords } from './language.tsx';
import { words } from './words.ts';

interface PagingProps {
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly onChange: (page: number) => void;
}

export function Paging({ page, size, total, onChange }: PagingProps) {
  const w = useWords(words);
  const pages = Math.max(1, Math.ceil(total / size));
  return (
    <nav className="paging" aria-label={w.pageOf(page, pages)}>
      <span className="note">{w.rows(total)}</span>
      <Button small disabled={page <= 1} onClick={() => onChange(page - 1)}>
        {w.previous}
      </Button>
      <span>{w.pageOf(page, pages)}</span>
      <Button small disabled={page >= pages} onClick={() => onChange(page + 1)}>
        {w.next}
      </Button>
    </nav>
  );
}
