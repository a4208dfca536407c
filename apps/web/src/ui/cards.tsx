// A table on a phone: one card a row, of its first column and the three most important others.
import { useState } from 'react';
import type { DataTableProps } from './data-table.tsx';
import { useWords } from './language.tsx';
import { words } from './words.ts';

export function Cards<Row>({ caption, columns, rows, rowKey, onOpen, brief = 30 }: DataTableProps<Row>) {
  const w = useWords(words);
  const [shown, setShown] = useState(brief);
  const [title, ...others] = columns;
  const marked = others.filter((column) => column.important);
  const fields = (marked.length > 0 ? marked : others).slice(0, 3);
  if (!title) return null;
  return (
    <>
      <ul className="cards" aria-label={caption}>
        {rows.slice(0, shown).map((row) => (
          <li key={rowKey(row)}>
            <div className="card-title">{title.render(row)}</div>
            <dl>
              {fields.map((column) => (
                <div key={column.key}>
                  <dt>
                    {column.title}
                    {column.unit ? ` ${column.unit}` : ''}
                  </dt>
                  <dd>{column.render(row)}</dd>
                </div>
              ))}
            </dl>
            {onOpen ? (
              <button type="button" className="card-open" onClick={() => onOpen(row)}>
                {w.open}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {rows.length > shown ? (
        <button type="button" className="card-open" onClick={() => setShown(shown + 50)}>
          {w.more(rows.length - shown)}
        </button>
      ) : null}
    </>
  );
}
