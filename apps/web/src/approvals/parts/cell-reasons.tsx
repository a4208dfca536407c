// The cells somebody is picking to return, one reason each. Picking itself happens on the subject's own page.
import { Button, TextInput, useWords } from '../../ui/index.ts';
import type { PickedCell } from '../draft.ts';
import { words } from '../words.ts';

interface CellReasonsProps {
  readonly cells: readonly PickedCell[];
  readonly reasons: Readonly<Record<string, string>>;
  readonly onReason: (key: string, text: string) => void;
  readonly onDrop: (cell: PickedCell) => void;
}

export function CellReasons({ cells, reasons, onReason, onDrop }: CellReasonsProps) {
  const w = useWords(words);
  return (
    <fieldset className="cell-reasons">
      <legend>{w.cells(cells.length)}</legend>
      <p className="note">{w.cellsHow}</p>
      <p role="status" className={cells.length === 0 ? 'missing' : 'visually-hidden'}>
        {cells.length === 0 ? w.cellsNone : w.cells(cells.length)}
      </p>
      {cells.map((cell) => (
        <div key={cell.key} className="cell-reason">
          <TextInput label={w.reasonFor(cell.place.label)} value={reasons[cell.key] ?? ''} onChange={(text) => onReason(cell.key, text)} />
          <Button small label={w.dropCell(cell.place.label)} onClick={() => onDrop(cell)}>
            {w.drop}
          </Button>
        </div>
      ))}
    </fieldset>
  );
}
