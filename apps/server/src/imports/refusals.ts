// Why an import may not be read, committed, cancelled or undone, in both languages.
import type { Bilingual } from '@zhenghe/engine/kernel';
import { refusal } from '../platform/refusal.ts';

export const notYours = (reason?: Bilingual) =>
  refusal('NOT_ALLOWED', reason ?? { zh: '您当前的身份不能导入这类文件。', en: 'Your present role may not import such files.' });

export const noKind = () => refusal('NOT_FOUND', { zh: '没有这类导入。', en: 'There is no such kind of import.' });

export const noBatch = () =>
  refusal('NOT_FOUND', { zh: '没有这个导入批次，或不在您的范围内。', en: 'There is no such batch, or it is not in your scope.' });

export const noTarget = () =>
  refusal('CONFLICT', { zh: '请先选定要导入到哪一份（如哪个方案）。', en: 'Say first what it is for, such as which plan.' });

export const otherBytes = () =>
  refusal('CONFLICT', {
    zh: '这不是刚才试运行的那个文件，没有写入。请重新选择文件，再看一次试运行。',
    en: 'This is not the file of the dry run; nothing was written. Choose the file again and look at its dry run.',
  });

export function stale(changes: readonly Bilingual[]) {
  const told = changes.slice(0, 5);
  const more =
    changes.length > told.length ? { zh: `等 ${changes.length} 处`, en: ` and ${changes.length - told.length} more` } : { zh: '', en: '' };
  const what = {
    zh: told.length > 0 ? `：${told.map(({ zh }) => zh).join('；')}${more.zh}` : '',
    en: told.length > 0 ? `: ${told.map(({ en }) => en).join('; ')}${more.en}` : '',
  };
  return refusal('CONFLICT', {
    zh: `试运行之后记录有了变动${what.zh}。没有写入；请再看一次试运行。`,
    en: `The records changed after the dry run${what.en}. Nothing was written; look at the dry run again.`,
  });
}

export const stopped = (reason: Bilingual) => refusal('CONFLICT', reason);

export const notNow = (state: 'undone' | 'cancelled') =>
  refusal(
    'CONFLICT',
    state === 'undone'
      ? { zh: '只有已写入、还没有撤销的批次可以撤销。', en: 'Only a batch that was written, and not undone yet, can be undone.' }
      : { zh: '这个批次已经办完，不能取消。', en: 'This batch is finished and cannot be cancelled.' },
  );

export const laterWork = (what: Bilingual) =>
  refusal('CONFLICT', { zh: `不能撤销：后来的工作以它为基础。${what.zh}`, en: `It cannot be undone: later work builds on it. ${what.en}` });
