/** Where a figure or a rule comes from: pack `zj-2020-guidance`, clause `S2-(十三)`. */
export interface Citation {
  readonly pack: string;
  readonly clause: string;
}
