// One row of the sheet: the item, this period with what it is measured against, its state; below it what came back and what the
// checks say, with the box for the explanation exactly under the finding that asks for it.
import { Decimal, unitWord } from '@zhenghe/engine/kernel';
import { sameCell } from '@zhenghe/engine/statistics';
import { memo, type ReactNode } from 'react';
import { Button, ClauseLink, grouped, StateWord, type Tone, useSay, useWords } from '../../ui/index.ts';
import type { SheetFinding } from '../shapes.ts';
import { words } from '../words-filing.ts';
import type { Desk } from './desk.ts';
import { FigureText, shownFigure } from './figure.tsx';
import { FigureInput } from './figure-input.tsx';
import type { Pending } from './queue.ts';
import { type CellStanding, commentOf, explanationOf, type FilingRow, figureAt } from './rows.ts';
import { WordsBox } from './words-box.tsx';

const columns = 7;

const tones: Readonly<Record<CellStanding, Tone>> = {
  computed: 'quiet',
  locked: 'quiet',
  unread: 'bad',
  conflict: 'bad',
  refused: 'bad',
  sending: 'info',
  waiting: 'warn',
  saved: 'good',
  empty: 'quiet',
};

interface FilingRowProps {
  readonly row: FilingRow;
  readonly pending: Pending | undefined;
  readonly standing: CellStanding;
  readonly open: boolean;
  readonly findings: readonly SheetFinding[];
  /** Why it came back; undefined for a cell that did not. */
  readonly returned: string | undefined;
  readonly picked: boolean;
  readonly selected: boolean;
  /** The same functions for as long as the page stands. */
  readonly acts: RowActs;
}

export type RowActs = Pick<Desk, 'setText' | 'setValues' | 'setWords' | 'takeMine' | 'takeTheirs' | 'select'>;

export const FilingRowLine = memo(FilingRowView, same);

/** A sheet is drawn anew at every change; a row only when its own cell, its findings or its standing changed. */
function same(one: FilingRowProps, other: FilingRowProps): boolean {
  const { row, ...rest } = one;
  const { row: row2, ...rest2 } = other;
  const names = Object.keys(rest) as (keyof typeof rest)[];
  return row.cell === row2.cell && row.indicator === row2.indicator && names.every((name) => rest[name] === rest2[name]);
}

function FilingRowView(props: FilingRowProps) {
  const { row, pending, standing, findings, returned, picked, selected, acts } = props;
  const w = useWords(words);
  const say = useSay();
  const name = say(row.indicator.name);
  const worst = worstOf(findings);
  const dull = standing === 'locked' || standing === 'computed' ? standing : '';
  const className = [dull, worst, returned === undefined ? '' : 'came-back', picked ? 'picked' : '', selected ? 'selected' : ''];
  return (
    <>
      <tr data-row={row.key} className={className.filter(Boolean).join(' ')}>
        <Item row={row} name={name} />
        <td className="unit-of">{say(unitWord(row.indicator.unit))}</td>
        <td className="now" data-label={w.columns.now}>
          <Now {...props} invalid={worst === 'blocks'} />
        </td>
        <Before row={row} />
        <td className="cell-state" data-label={w.columns.state}>
          <State row={row} pending={pending} standing={standing} returned={returned !== undefined} picked={picked} />
          <span className="row-open">
            <Button small kind="quiet" label={w.detailsOf(name)} pressed={selected} onClick={() => acts.select(row.key)}>
              {w.details}
            </Button>
          </span>
        </td>
      </tr>
      <Below {...props} name={name} />
    </>
  );
}

function worstOf(findings: readonly SheetFinding[]): 'blocks' | 'asks' | '' {
  const open = findings.filter(({ stops }) => stops);
  return open.some(({ severity }) => severity === 'block') ? 'blocks' : open.length > 0 ? 'asks' : '';
}

function Item({ row: { cell, required, help }, name }: { readonly row: FilingRow; readonly name: string }) {
  const w = useWords(words);
  const say = useSay();
  return (
    <th scope="row" title={help ? say(help) : undefined}>
      {name}
      {required && !cell.computed ? (
        <span className="required" title={w.required}>
          {' '}
          *<span className="visually-hidden">{w.required}</span>
        </span>
      ) : null}
      {cell.calibre === null ? null : <span className="note"> {cell.calibre}</span>}
    </th>
  );
}

function Now({ row, pending, open, acts, invalid }: FilingRowProps & { readonly invalid: boolean }) {
  const w = useWords(words);
  const { cell, indicator } = row;
  if (!cell.computed) {
    const value = figureAt(cell, pending);
    return (
      <FigureInput
        row={row}
        value={value}
        pending={pending}
        open={open}
        invalid={invalid}
        onText={acts.setText}
        onValues={acts.setValues}
      />
    );
  }
  return (
    <span className="computed-figure" data-cell={row.key} tabIndex={-1} title={indicator.formula ?? w.computed}>
      {cell.value === null ? (
        <span className="missing">{w.computedSoon}</span>
      ) : (
        <FigureText value={rounded(cell.value, indicator.decimals)} />
      )}
    </span>
  );
}

/** What this period is measured against. */
function Before({ row: { cell, indicator } }: { readonly row: FilingRow }) {
  const w = useWords(words);
  return (
    <>
      <td className="numeric" data-label={w.columns.previous}>
        <FigureText value={rounded(cell.previous, indicator.decimals)} />
      </td>
      <td className="numeric" data-label={w.columns.yearBefore}>
        <FigureText value={rounded(cell.yearBefore, indicator.decimals)} />
      </td>
      <td className="numeric" data-label={w.columns.growth}>
        {cell.growth === null ? (
          <span className="missing" title={w.noGrowth}>
            {w.notComparable}
          </span>
        ) : (
          `${cell.growth.startsWith('-') ? '' : '+'}${grouped(new Decimal(cell.growth).toFixed(1))} ${indicator.unit === '%' ? w.points : '%'}`
        )}
      </td>
    </>
  );
}

/** Computed figures have as many digits as they come to; a sheet shows as many as the indicator has. */
function rounded(value: FilingRow['cell']['value'], decimals: number): FilingRow['cell']['value'] {
  if (typeof value !== 'string' || (value.split('.')[1]?.length ?? 0) <= decimals) return value;
  return new Decimal(value).toDecimalPlaces(decimals).toFixed();
}

function State({
  row,
  pending,
  standing,
  returned,
  picked,
}: Pick<FilingRowProps, 'row' | 'pending' | 'standing' | 'picked'> & { readonly returned: boolean }) {
  const w = useWords(words);
  const { cell } = row;
  const now = figureAt(cell, pending);
  const differs = cell.approved !== null && !cell.computed && !sameCell(now, cell.approved);
  return (
    <span className="marks">
      {picked ? <StateWord tone="warn">{w.picked}</StateWord> : returned ? <StateWord tone="warn">{w.returned}</StateWord> : null}
      <StateWord tone={tones[standing]}>{w.standing[standing]}</StateWord>
      {differs ? (
        <span className="differs">≠ {shownFigure(cell.approved) ? w.differs(shownFigure(cell.approved)) : w.differsNone}</span>
      ) : null}
      {commentOf(cell, pending) ? <span className="note">{w.comment}</span> : null}
      {cell.evidence.length > 0 ? <span className="note">{w.files(cell.evidence.length)}</span> : null}
    </span>
  );
}

function Below({ row, pending, open, findings, returned, acts, name }: FilingRowProps & { readonly name: string }) {
  const w = useWords(words);
  const explanation = explanationOf(row.cell, pending);
  const asks = open ? findings.find(({ severity }) => severity === 'explain') : undefined;
  return (
    <>
      {returned === undefined ? null : (
        <Under kind="came-back">
          <StateWord tone="warn">{w.returned}</StateWord> {returned}
        </Under>
      )}
      <Unsaved row={row} pending={pending} acts={acts} />
      {findings.map((finding) => (
        <Under key={finding.id} kind={finding.severity === 'block' ? 'blocks' : finding.stops ? 'asks' : 'told'}>
          <FindingWords finding={finding} />
          {finding === asks ? (
            <WordsBox
              label={w.explanation(name)}
              hint={w.explanationHint}
              text={explanation}
              onWords={(text) => acts.setWords(row, 'explanation', text)}
            />
          ) : null}
        </Under>
      ))}
      {explanation && !asks ? (
        <Under kind="told">
          <span className="note">{w.explanationGiven}</span> {explanation}
        </Under>
      ) : null}
    </>
  );
}

/** Why what was typed is not on the server. */
function Unsaved({ row, pending, acts }: Pick<FilingRowProps, 'row' | 'pending' | 'acts'>) {
  const w = useWords(words);
  const say = useSay();
  const { conflict, unread, refused } = pending ?? {};
  return (
    <>
      {unread ? (
        <Under kind="blocks">
          <span role="alert">{say(unread.message)}</span>{' '}
          {unread.proposal === null ? null : (
            <Button small onClick={() => acts.setValues([{ key: row.key, value: unread.proposal }])}>
              {w.propose(grouped(unread.proposal))}
            </Button>
          )}
        </Under>
      ) : null}
      {refused ? (
        <Under kind="blocks">
          <span role="alert">{say(refused)}</span>
        </Under>
      ) : null}
      {conflict ? <Conflict row={row} pending={pending} theirs={conflict.theirs} acts={acts} /> : null}
    </>
  );
}

function Under({ kind, children }: { readonly kind: string; readonly children: ReactNode }) {
  return (
    <tr className={`under ${kind}`}>
      <td colSpan={columns}>
        <div className="under-words">{children}</div>
      </td>
    </tr>
  );
}

export function FindingWords({ finding }: { readonly finding: SheetFinding }) {
  const w = useWords(words);
  const say = useSay();
  const tone = finding.severity === 'block' ? 'bad' : finding.stops ? 'warn' : 'good';
  return (
    <div className="finding-words" data-finding={finding.id}>
      <StateWord tone={tone}>{finding.severity === 'explain' && !finding.stops ? w.explained : w.severity[finding.severity]}</StateWord>{' '}
      {say(finding.message)} {finding.mend ? <span className="note">{say(finding.mend)}</span> : null}{' '}
      {finding.clause ? <ClauseLink citation={finding.clause} /> : <span className="note">{w.defaultCheck}</span>}
    </div>
  );
}

function Conflict({
  row,
  pending,
  theirs,
  acts,
}: Pick<FilingRowProps, 'row' | 'pending' | 'acts'> & { readonly theirs: FilingRow['cell']['value'] }) {
  const w = useWords(words);
  return (
    <Under kind="blocks">
      <div role="alert" className="conflict">
        <b>{w.conflictTitle}</b>
        <span>
          {w.conflictTheirs} <FigureText value={theirs} />
        </span>
        <span>
          {w.conflictMine} <FigureText value={figureAt(row.cell, pending)} />
        </span>
        <Button small onClick={() => acts.takeTheirs(row.key)}>
          {w.takeTheirs}
        </Button>
        <Button small onClick={() => acts.takeMine(row.key)}>
          {w.keepMine}
        </Button>
      </div>
    </Under>
  );
}
