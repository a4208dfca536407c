// Codes and hashes as the verify page needs them.

/** ABCDEFGHJKMN → ABCD-EFGH-JKMN. */
export function printedCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}

/** Lower-case hex; null where the browser withholds it (plain http on another machine). */
export async function sha256(bytes: ArrayBuffer): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
