// What is hashed and what is signed: canonical JSON (keys in order, no spaces) of an entry and of a head.

/** One entry of the audit log as it is hashed: every field is part of the leaf. */
export interface AuditEntry {
  readonly id: string;
  /** UTC to the microsecond. */
  readonly at: string;
  readonly dataset: string;
  readonly actor: string;
  readonly role: string;
  readonly unit: string;
  readonly jurisdiction: string;
  readonly action: string;
  readonly object: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly clause: string | null;
  readonly requestId: string;
}

/** The state of the log at one time: so many entries, with these roots. */
export interface AuditHead {
  readonly size: number;
  readonly at: string;
  readonly sha256: string;
  readonly sm3: string;
}

export interface SignedHead extends AuditHead {
  readonly algorithm: string;
  /** Of SM2, the user id that was hashed in. */
  readonly userId: string | null;
  readonly keyId: string;
  readonly signature: string;
}

/** Whatever stands in the entry is in the text: a field added to it later changes its hash. */
export function entryText(entry: Readonly<Record<string, unknown>> | AuditEntry): string {
  return canonical(entry);
}

export function headText({ size, at, sha256, sm3 }: AuditHead): string {
  return canonical({ format: 'zhenghe-audit-head/1', size, at, sha256, sm3 });
}

function canonical(fields: object): string {
  // Already in order, as exports write them: the same text, at a fraction of the time.
  if (Object.keys(fields).every((key, index, keys) => index === 0 || (keys[index - 1] ?? '') < key)) return JSON.stringify(fields);
  const pairs = Object.entries(fields).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value ?? null)}`).join(',')}}`;
}
