// Takes a row out; undo brings it back.
import { Button, useWords } from '../../ui/index.ts';
import { useDesk } from '../desk.ts';
import type { AddedTable } from '../rows.ts';
import { words } from '../words.ts';

export function RemoveButton({ table, row, name }: { readonly table: AddedTable; readonly row: string; readonly name: string }) {
  const w = useWords(words).editor;
  const { dispatch } = useDesk();
  return (
    <Button small kind="quiet" label={`${w.remove} ${name}`} onClick={() => dispatch({ kind: 'row', edit: { of: 'remove', table, row } })}>
      {w.remove}
    </Button>
  );
}
