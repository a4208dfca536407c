// Takes the reader to a cell of the sheet.
import { Button, useWords } from '../../ui/index.ts';
import { words } from '../words-filing.ts';
import { goToCell } from './desk.ts';

export function JumpButton({ cell, name }: { readonly cell: string; readonly name: string }) {
  const w = useWords(words);
  return (
    <Button small label={w.jump(name)} onClick={() => goToCell(cell)}>
      {name}
    </Button>
  );
}
