// How large a file may be. Each limit is stated in the message that refuses a file beyond it.

/** How far a zip may be unpacked. */
export interface ArchiveBounds {
  readonly entries: number;
  readonly unpackedBytes: number;
  readonly ratio: number;
  readonly ratioFloorBytes: number;
}

/** How large a workbook may be on top of that. */
export interface WorkbookBounds extends ArchiveBounds {
  readonly fileBytes: number;
  readonly rows: number;
  readonly cells: number;
  readonly mergedCells: number;
}

export const limits = {
  /** The file as it is sent. */
  fileBytes: 10 * 1024 * 1024,
  /** Parts inside the workbook's zip. */
  entries: 200,
  /** All parts unpacked. */
  unpackedBytes: 50 * 1024 * 1024,
  /** Unpacked size over packed size; real workbooks stay below 30. */
  ratio: 100,
  /** Below this size a high ratio is harmless: an empty sheet packs well. */
  ratioFloorBytes: 1024 * 1024,
  /** In one sheet: 20,000 rows of data, and what stands above them. */
  rows: 20_050,
  cells: 400_000,
  mergedCells: 10_000,
  /** In one cell of a table in text: what a cell of Excel holds. */
  cellCharacters: 32_767,
} as const;

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
