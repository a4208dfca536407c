// What a reader gathers on its way: every problem with its place (at most 200 listed, the rest counted), notes, and how much was read.

import type { BoundaryNote } from '@zhenghe/engine/boundaries';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { type CellProblem, type Unreadable, unreadable } from '../kernel/index.ts';
import { boundaryLimits } from './limits.ts';

/** Where in the file: a layer or sheet, a line, row or record, and a field or vertex. */
export interface Where {
  readonly part?: string;
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
}

export interface Gathering {
  readonly problem: (where: Where, reason: Bilingual) => void;
  readonly note: (at: number | null, text: Bilingual) => void;
  /** One note for many of a kind: the first place and the count are told. */
  readonly often: (kind: string, at: number, text: (count: number) => Bilingual) => void;
  /** False when there are more than can be read: the reader stops, the file is refused. */
  readonly vertices: (count: number) => boolean;
  readonly attribute: (text: string) => boolean;
  readonly feature: () => boolean;
  readonly full: () => boolean;
  /** The file says of itself that it is training data. */
  readonly training: () => void;
  readonly isTraining: () => boolean;
  /** Null when nothing stands against the file. */
  readonly refusal: () => Unreadable | null;
  readonly notes: () => readonly BoundaryNote[];
}

const longestValue = 80;

interface Oft {
  readonly at: number;
  count: number;
  readonly text: (count: number) => Bilingual;
}

export function gather(): Gathering {
  const problems: CellProblem[] = [];
  const notes: BoundaryNote[] = [];
  const oft = new Map<string, Oft>();
  let count = 0;
  let vertices = 0;
  let text = 0;
  let features = 0;
  let training = false;
  const tooMany = () => vertices > boundaryLimits.vertices || features > boundaryLimits.features || text > boundaryLimits.attributeText;
  return {
    problem: (where, reason) => {
      if (isSaid(problems, where)) return;
      count += 1;
      if (problems.length < boundaryLimits.listed) problems.push(cellProblem(where, reason));
    },
    note: (at, words) => {
      if (notes.length < boundaryLimits.listed) notes.push({ at, text: words });
    },
    often: (kind, at, words) => {
      const known = oft.get(kind);
      if (known) known.count += 1;
      else oft.set(kind, { at, count: 1, text: words });
    },
    vertices: (more) => {
      vertices += more;
      return !tooMany();
    },
    attribute: (value) => {
      text += value.length;
      return !tooMany();
    },
    feature: () => {
      features += 1;
      return !tooMany();
    },
    full: tooMany,
    training: () => {
      training = true;
    },
    isTraining: () => training,
    refusal: () => {
      if (vertices > boundaryLimits.vertices) return unreadable(tooManyVertices);
      if (features > boundaryLimits.features) return unreadable(tooManyFeatures);
      if (text > boundaryLimits.attributeText) return unreadable(tooMuchText);
      return count === 0 ? null : unreadable(refused(count, problems.length), problems);
    },
    notes: () => [...notes, ...[...oft.values()].map(({ at, count: times, text: words }) => ({ at, text: words(times) }))],
  };
}

/** A cell that is a formula is no figure either: once is enough. Problems of one row stand together. */
function isSaid(problems: readonly CellProblem[], { part, row, column }: Where): boolean {
  if (row === undefined || column === undefined) return false;
  return problems.slice(-8).some((said) => said.row === row && said.column === column && said.sheet === (part ?? null));
}

function cellProblem({ part, row, column, value }: Where, reason: Bilingual): CellProblem {
  const shown = value === undefined ? null : value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
  return { sheet: part ?? null, row: row ?? null, column: column ?? null, value: shown, reason };
}

function refused(count: number, listed: number): Bilingual {
  const rest = count - listed;
  return {
    zh: `有 ${count} 处读不了，没有读入任何界址${rest > 0 ? `（列出前 ${listed} 处，另有 ${rest} 处）` : ''}。改好后请重新上传。`,
    en: `${count} ${count === 1 ? 'place' : 'places'} could not be read; nothing was taken in${rest > 0 ? ` (the first ${listed} are listed, ${rest} more are not)` : ''}. Mend them and upload again.`,
  };
}

const tooManyVertices: Bilingual = {
  zh: `界址点超过上限 ${boundaryLimits.vertices} 个，没有读取。请抽稀，或分成几个文件。`,
  en: `The file holds more than ${boundaryLimits.vertices} vertices, which is the limit. It was not read. Thin it out or split it.`,
};

const tooManyFeatures: Bilingual = {
  zh: `要素超过上限 ${boundaryLimits.features} 个，没有读取。请分成几个文件。`,
  en: `The file holds more than ${boundaryLimits.features} features, which is the limit. It was not read. Split it.`,
};

const tooMuchText: Bilingual = {
  zh: `属性文字超过上限 ${boundaryLimits.attributeText} 字，没有读取。请删去不需要的字段。`,
  en: `The attributes hold more than ${boundaryLimits.attributeText} characters, which is the limit. It was not read. Remove fields that are not needed.`,
};
