// One cell beside the sheet: what it means, what is held already, its comment and its evidence, and what was approved last.
import { useMutation } from '@tanstack/react-query';
import { unitWord } from '@zhenghe/engine/kernel';
import { useState } from 'react';
import { client, useView } from '../../shell/index.ts';
import { Button, Facts, Failed, FileDrop, Link, SidePanel, saveFile, useSay, useWords } from '../../ui/index.ts';
import type { Sheet } from '../shapes.ts';
import { words } from '../words-filing.ts';
import { useDesk } from './desk.ts';
import { FigureText } from './figure.tsx';
import { commentOf, explanationOf, type FilingRow } from './rows.ts';
import { minuteOf } from './versions-list.tsx';
import { WordsBox } from './words-box.tsx';

export function CellPanel({ row }: { readonly row: FilingRow }) {
  const w = useWords(words).panel;
  const f = useWords(words);
  const say = useSay();
  const { select, queue, isOpen } = useDesk();
  const { cell, indicator, help } = row;
  const pending = queue.pending[row.key];
  return (
    <SidePanel title={say(indicator.name)} onClose={() => select(null)}>
      <Facts
        rows={[
          [w.meaning, say(indicator.meaning)],
          [f.columns.unit, say(unitWord(indicator.unit))],
          [w.help, help ? say(help) : null],
          [w.formula, indicator.formula],
          [w.calibre, cell.calibre],
          [w.approved, cell.approved === null ? null : <FigureText key="approved" value={cell.approved} />],
          [f.explanationGiven, explanationOf(cell, pending)],
        ]}
      />
      <Held row={row} open={isOpen(row)} />
      <Comment row={row} text={commentOf(cell, pending)} open={isOpen(row)} />
      <Evidence row={row} open={isOpen(row)} />
      {cell.changed ? <p className="note">{w.changed(say(cell.changed.unit), minuteOf(cell.changed.at))}</p> : null}
    </SidePanel>
  );
}

interface PartProps {
  readonly row: FilingRow;
  readonly open: boolean;
}

function Held({ row: { key, cell, indicator }, open }: PartProps) {
  const w = useWords(words).panel;
  const f = useWords(words);
  const say = useSay();
  const { setValues } = useDesk();
  const { held } = cell;
  if (!held) return null;
  return (
    <section aria-label={w.held}>
      <h3>{w.held}</h3>
      <Facts
        rows={[
          [f.columns.now, <FigureText key="held" value={held.value} />],
          [w.heldSource, say(held.source)],
          [w.heldOn, held.on],
        ]}
      />
      <div className="button-row">
        {open ? (
          <Button small label={f.takeHeldOf(say(indicator.name))} onClick={() => setValues([{ key, value: held.value }])}>
            {f.takeHeld}
          </Button>
        ) : null}
        {held.link ? <Link to={held.link}>{w.open}</Link> : null}
      </div>
    </section>
  );
}

function Comment({ row, text, open }: PartProps & { readonly text: string }) {
  const w = useWords(words).panel;
  const { setWords } = useDesk();
  if (!open) return text ? <Facts rows={[[w.comment, text]]} /> : null;
  return (
    <section aria-label={w.comment}>
      <h3>{w.comment}</h3>
      <WordsBox label={w.comment} hint={w.commentNote} text={text} onWords={(next) => setWords(row, 'comment', next)} />
    </section>
  );
}

function Evidence({ row: { key, cell }, open }: PartProps) {
  const w = useWords(words).panel;
  const { on } = useView();
  const { sheet, patch } = useDesk();
  const [failed, setFailed] = useState<unknown>(null);
  const attach = useMutation({
    mutationFn: (file: File) => client.statistics.attach({ id: sheet.id, key, file, on }),
    onSuccess: (evidence) => patch((now) => withEvidence(now, key, evidence)),
  });
  const fetchFile = async (sha256: string, name: string) => {
    setFailed(null);
    await client.statistics
      .evidence({ id: sheet.id, sha256 })
      .then((file) => saveFile(file, name))
      .catch(setFailed);
  };
  return (
    <section aria-label={w.evidence}>
      <h3>{w.evidence}</h3>
      {cell.evidence.length === 0 ? <p className="missing">{w.evidenceNone}</p> : null}
      <ul className="evidence">
        {cell.evidence.map(({ sha256, name, size }) => (
          <li key={sha256}>
            <Button small kind="quiet" onClick={() => void fetchFile(sha256, name)}>
              {name}
            </Button>{' '}
            <span className="note number">{Math.max(1, Math.round(size / 1024))} kB</span>
          </li>
        ))}
      </ul>
      {open ? (
        <FileDrop
          endings={['pdf', 'png', 'jpg', 'jpeg', 'xlsx', 'docx']}
          busy={attach.isPending}
          status={attach.isPending ? w.attaching : ''}
          onFile={(file) => attach.mutate(file)}
        />
      ) : null}
      {attach.error || failed ? <Failed error={attach.error ?? failed} /> : null}
    </section>
  );
}

function withEvidence(sheet: Sheet, key: string, evidence: Sheet['cells'][number]['evidence']): Sheet {
  return { ...sheet, cells: sheet.cells.map((cell) => (cell.key === key ? { ...cell, evidence } : cell)) };
}
