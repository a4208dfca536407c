/** One sentence for a reader in either language. Both are always written; neither is a translation key. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
