// Why a question about the library is refused, in both languages.
import { refusal } from '../platform/refusal.ts';

export const noIndicator = (code: string) =>
  refusal('NOT_FOUND', { zh: `这一天的指标库里没有指标 ${code}。`, en: `There is no indicator ${code} in the library of that day.` });

export const reasonForBundle = () => refusal('CONFLICT', { zh: '提出前请写明理由。', en: 'Please say why before proposing.' });

export const bundleWithProblems = (count: number) =>
  refusal('CONFLICT', {
    zh: `文件有 ${count} 处问题，没有提出任何一项。请改好后重新读取。`,
    en: `The file has ${count} problems; nothing was proposed. Mend them and read it again.`,
  });
