// The pieces an official paper is made of, before any file format: what is said, in which rank, and in which order.

export interface TableBlock {
  readonly as: 'table';
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Shares of the width. */
  readonly widths: readonly number[];
  /** Columns whose figures stand at the right. */
  readonly figures?: readonly number[];
  /** The last row is a sum. */
  readonly sum?: boolean;
}

export type Block =
  | { readonly as: 'issuer'; readonly text: string }
  /** 文号 at the left or centre; 签发人 only on papers that go up. */
  | { readonly as: 'number'; readonly text: string; readonly signer?: boolean }
  | { readonly as: 'title'; readonly text: string }
  | { readonly as: 'under-title'; readonly text: string }
  | { readonly as: 'addressee'; readonly text: string }
  | { readonly as: 'heading'; readonly rank: 1 | 2; readonly text: string }
  | { readonly as: 'body'; readonly text: string }
  | { readonly as: 'attachments'; readonly names: readonly string[] }
  | { readonly as: 'signature'; readonly unit: string; readonly day: string }
  /** Begins a page: 附件1, then its title. */
  | { readonly as: 'annex'; readonly label: string; readonly title: string }
  | { readonly as: 'map'; readonly caption: string; readonly beside: TableBlock }
  | { readonly as: 'verify'; readonly lines: readonly string[] }
  | TableBlock;

export interface Paper {
  readonly title: string;
  readonly landscape: boolean;
  readonly blocks: readonly Block[];
}
