// What is wrong with an export, in words: the entry by its number, and who did what in it where that is known.
import type { AuditFinding } from '@zhenghe/contract/audit';
import type { AuditEntry } from '@zhenghe/engine/audit';
import type { Bilingual } from '@zhenghe/engine/kernel';
import type { z } from 'zod';
import type { Details, Suspicion } from './suspicion.ts';

export type Finding = z.infer<typeof AuditFinding>;

/** One line a finding; what two witnesses tell alike is told once. */
export function told(suspicions: readonly Suspicion[], witness: readonly Suspicion[], details: Details): readonly Finding[] {
  const findings = new Map<string, Finding>();
  for (const one of runsOf([...suspicions, ...witness])) {
    const finding = findingOf(one, details);
    const key = `${finding.kind} ${finding.leaf} ${finding.message.en}`;
    findings.set(key, findings.get(key) ?? finding);
  }
  return [...findings.values()];
}

type Gone = { readonly kind: 'gone'; readonly was: 'removed' | 'cut-off'; readonly leaf: number; readonly last: number };

/** Entries missing one after the other are one finding. */
function runsOf(suspicions: readonly Suspicion[]): readonly (Exclude<Suspicion, { kind: 'removed' | 'cut-off' }> | Gone)[] {
  const runs: (Exclude<Suspicion, { kind: 'removed' | 'cut-off' }> | Gone)[] = [];
  for (const one of suspicions) {
    const before = runs.at(-1);
    if (one.kind !== 'removed' && one.kind !== 'cut-off') runs.push(one);
    else if (before?.kind === 'gone' && before.was === one.kind && before.last + 1 === one.leaf)
      runs[runs.length - 1] = { ...before, last: one.leaf };
    else runs.push({ kind: 'gone', was: one.kind, leaf: one.leaf, last: one.leaf });
  }
  return runs;
}

function findingOf(one: ReturnType<typeof runsOf>[number], { now, before }: Details): Finding {
  const none = { leaf: null, last: null, entry: null };
  switch (one.kind) {
    case 'gone': {
      const entry = before.get(one.leaf) ?? null;
      return { kind: one.was, leaf: one.leaf, last: one.last, entry, message: goneMessage(one, entry) };
    }
    case 'changed':
    case 'reordered': {
      const entry = now.get(one.position) ?? null;
      const was = before.get(one.leaf);
      return { kind: one.kind, leaf: one.leaf, last: one.leaf, entry, message: { changed, reordered }[one.kind](one, entry, was) };
    }
    case 'inserted': {
      const entry = now.get(one.position) ?? null;
      return { kind: 'inserted', ...none, entry, message: inserted(one.position, entry) };
    }
    case 'range':
      return { kind: 'changed', leaf: one.first, last: one.last, entry: null, message: range(one) };
    case 'cut-range':
      return {
        kind: 'cut-off',
        leaf: one.first,
        last: one.last,
        entry: null,
        message: goneMessage({ was: 'cut-off', leaf: one.first, last: one.last }, null),
      };
    case 'head':
      return { kind: 'head', ...none, message: headMessage(one) };
    case 'proof':
      return { kind: 'proof', ...none, message: proofMessage(one) };
    case 'seal':
      return { kind: 'seal', ...none, message: sealMessage(one.present) };
    case 'unreadable':
      return {
        kind: 'unreadable',
        ...none,
        message: { zh: `文件第 ${one.line} 行无法读取。`, en: `Line ${one.line} of the file cannot be read.` },
      };
  }
}

type Entry = Partial<AuditEntry>;

function facts(entry: Entry | null | undefined): Bilingual {
  if (!entry) return { zh: '', en: '' };
  const text = [entry.id && `id ${entry.id}`, entry.at, entry.unit, entry.actor, entry.action, entry.object].filter(Boolean).join(', ');
  return { zh: `（${text}）`, en: ` (${text})` };
}

function changed({ leaf }: { readonly leaf: number }, entry: Entry | null, was: Entry | undefined): Bilingual {
  const [now, before] = [facts(entry), facts(was)];
  return {
    zh: `第 ${leaf} 条被改动，现为${now.zh}${was ? `，原为${before.zh}` : ''}。`,
    en: `Entry ${leaf} was changed; it now reads${now.en}${was ? `, and read${before.en}` : ''}.`,
  };
}

function reordered({ leaf, position }: { readonly leaf: number; readonly position: number }, entry: Entry | null): Bilingual {
  return {
    zh: `第 ${leaf} 条${facts(entry).zh}被移到第 ${position} 位。`,
    en: `Entry ${leaf}${facts(entry).en} was moved to place ${position}.`,
  };
}

function inserted(position: number, entry: Entry | null): Bilingual {
  return {
    zh: `第 ${position} 位是插入的一条${facts(entry).zh}，从未签名。`,
    en: `At place ${position} stands an inserted entry${facts(entry).en} that was never signed.`,
  };
}

function goneMessage(
  { was, leaf, last }: { readonly was: 'removed' | 'cut-off'; readonly leaf: number; readonly last: number },
  entry: Entry | null,
): Bilingual {
  const which =
    leaf === last ? { zh: `第 ${leaf} 条`, en: `Entry ${leaf}` } : { zh: `第 ${leaf}–${last} 条`, en: `Entries ${leaf} to ${last}` };
  const verb = leaf === last ? 'was' : 'were';
  return was === 'removed'
    ? { zh: `${which.zh}${facts(entry).zh}被删除。`, en: `${which.en}${facts(entry).en} ${verb} removed.` }
    : { zh: `末尾的${which.zh}${facts(entry).zh}被截去。`, en: `${which.en}${facts(entry).en} ${verb} cut off at the end.` };
}

function range({ first, last }: { readonly first: number; readonly last: number }): Bilingual {
  return {
    zh: `第 ${first}–${last} 条与签名不符；叶子散列也被改动，只能定位到这一段。用 --against 加旧的导出可指出具体条目。`,
    en: `Entries ${first} to ${last} do not fit what was signed. Their leaf hashes were changed too, so only this range is known; --against an older export names the entry.`,
  };
}

function headMessage({
  size,
  at,
  why,
}: {
  readonly size: number;
  readonly at: string;
  readonly why: 'signature' | 'root' | 'none';
}): Bilingual {
  if (why === 'none') return { zh: '没有可信的签名树头。', en: 'There is no signed head that can be trusted.' };
  return why === 'signature'
    ? {
        zh: `${at} 对 ${size} 条的树头签名无效或密钥不符。`,
        en: `The head of ${size} entries at ${at} is not validly signed by a trusted key.`,
      }
    : { zh: `${at} 对 ${size} 条的树头与条目不符。`, en: `The head of ${size} entries at ${at} does not fit the entries.` };
}

function proofMessage({ first, second }: { readonly first: number; readonly second: number }): Bilingual {
  return first === second
    ? {
        zh: '叶子散列清单被改动；条目本身与签名相符。',
        en: 'The list of leaf hashes was changed; the entries themselves fit the signature.',
      }
    : {
        zh: `从 ${first} 条到 ${second} 条的一致性证明不成立。`,
        en: `The consistency proof from ${first} to ${second} entries does not hold.`,
      };
}

function sealMessage(present: boolean): Bilingual {
  return present
    ? { zh: '文件封签不成立：导出后有字节被改动。', en: 'The seal of the file does not hold: bytes were changed after the export.' }
    : { zh: '文件没有封签：末尾被截去。', en: 'The file has no seal: its end was cut off.' };
}
