// New shapes are asked for their codes: one for each piece, none that another block has. Blocks of the annex not drawn yet are offered.
import { areaOf } from '@zhenghe/engine/boundaries';
import { useState } from 'react';
import { Button, Choice, Dialog, TextInput, useWords } from '../../ui/index.ts';
import { LandArea } from '../parts/land-area.tsx';
import { words } from '../words-map.ts';
import type { Naming } from './use-acts.ts';

interface NamingDialogProps {
  readonly naming: Naming;
  /** Codes that stay, and so cannot be given again. */
  readonly taken: ReadonlySet<string>;
  readonly offered: readonly { readonly code: string; readonly name: string }[];
  readonly onName: (pieces: Naming['pieces']) => void;
  readonly onClose: () => void;
}

export function NamingDialog({ naming, taken, offered, onName, onClose }: NamingDialogProps) {
  const w = useWords(words);
  const [pieces, setPieces] = useState(naming.pieces);
  const [asked, setAsked] = useState(false);
  const title = { drawn: w.drawnTitle, cut: w.cutTitle, merge: w.mergeTitle, rename: w.renameTitle(naming.of) }[naming.kind];
  const problemOf = (index: number) => {
    const code = pieces[index]?.code.trim() ?? '';
    if (code === '') return asked ? w.codeWanted : null;
    return taken.has(code) || pieces.some((other, at) => at !== index && other.code.trim() === code) ? w.codeTaken : null;
  };
  const change = (index: number, next: { readonly code?: string; readonly name?: string }) =>
    setPieces(pieces.map((piece, at) => (at === index ? { ...piece, ...next } : piece)));
  const take = () => {
    setAsked(true);
    const whole = pieces.every(({ code }, index) => code.trim() !== '' && problemOf(index) === null);
    if (whole) onName(pieces.map(({ code, name, shape }) => ({ code: code.trim(), name: name.trim() || code.trim(), shape })));
  };
  const parts = naming.kind === 'merge' ? (pieces[0]?.shape.length ?? 1) : 1;
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          take();
        }}
      >
        {naming.kind === 'cut' ? <p>{w.cutNote(naming.of)}</p> : null}
        {parts > 1 ? <p>{w.mergeParts(parts)}</p> : null}
        {pieces.map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their order
          <div className="filters" key={index}>
            {(naming.kind === 'drawn' || naming.kind === 'rename') && offered.length > 0 ? (
              <Choice
                label={w.fromAnnex}
                value={offered.find(({ code }) => code === piece.code)?.code}
                choices={offered.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
                onChange={(code) => change(index, offered.find((block) => block.code === code) ?? naming.pieces[index] ?? {})}
                all={w.typed}
                width={220}
              />
            ) : null}
            <TextInput label={w.code} value={piece.code} error={problemOf(index)} onChange={(code) => change(index, { code })} />
            <TextInput label={w.name} value={piece.name} onChange={(name) => change(index, { name })} />
            <LandArea m2={areaOf(piece.shape).toFixed(2)} />
          </div>
        ))}
        <div className="button-row">
          <Button kind="main" submit>
            {w.take}
          </Button>
          <Button onClick={onClose}>{w.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
