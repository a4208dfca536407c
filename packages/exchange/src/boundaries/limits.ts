// How large a boundary file may be. Each limit is stated in the message that refuses a file beyond it.
import type { WorkbookBounds } from '../kernel/index.ts';

const megabyte = 1024 * 1024;

export const boundaryLimits = {
  /** The file as it is sent. */
  fileBytes: 50 * megabyte,
  vertices: 2_000_000,
  features: 200_000,
  /** Characters of all attributes together. */
  attributeText: 40_000_000,
  /** Problems that are listed; the rest is counted. */
  listed: 200,
  /** No figure of any system in China is larger: 45 900 000 is the easternmost easting with its zone. */
  figure: 100_000_000,
  /** Elements within elements of a KML. */
  xmlDepth: 64,
} as const;

export const zipBounds = {
  entries: 2000,
  unpackedBytes: 400 * megabyte,
  ratio: 200,
  ratioFloorBytes: 50 * megabyte,
} as const;

/** Cells of a workbook cost more memory than any other format: longer tables come as CSV. */
export const workbookBounds: WorkbookBounds = {
  entries: 200,
  unpackedBytes: 100 * megabyte,
  ratio: 100,
  ratioFloorBytes: 4 * megabyte,
  fileBytes: boundaryLimits.fileBytes,
  rows: 100_000,
  cells: 800_000,
  mergedCells: 10_000,
};
