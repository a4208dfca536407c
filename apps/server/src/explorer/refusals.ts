// Why the explorer refuses, in both languages.
import { refusal } from '../platform/refusal.ts';

export const mostCells = 60_000;

export const tooMany = (cells: number) =>
  refusal('CONFLICT', {
    zh: `这个问题有约 ${cells} 个格子，一次最多 ${mostCells} 个。请减少指标或时期，改用较粗的时期，或按市、县汇总。`,
    en: `This question has about ${cells} cells; at most ${mostCells} at once. Ask for fewer indicators or periods, for longer periods, or for rows by city or county.`,
  });

export const wrongPeriods = () =>
  refusal('CONFLICT', {
    zh: '起止时期须与所选频率一致，且起不晚于止。',
    en: 'First and last period must be of the asked length, the first not after the last.',
  });

export const nothingAsked = () => refusal('CONFLICT', { zh: '请至少选择一个指标。', en: 'Choose at least one indicator.' });

export const notPublic = () =>
  refusal('NOT_ALLOWED', {
    zh: '所选指标不向社会公开。请只选公开指标，或以工作人员身份查询。',
    en: 'These indicators are not public. Choose public ones, or ask as a member of staff.',
  });

export const notYours = () =>
  refusal('NOT_ALLOWED', {
    zh: '此单位不由您所在单位负责，只能看汇总。',
    en: 'Your unit does not answer for this one: you may see sums only.',
  });

export const noUnit = (unit: string) => refusal('NOT_FOUND', { zh: `没有单位 ${unit} 的数据。`, en: `There are no figures of ${unit}.` });

export const noIndicator = (code: string) =>
  refusal('NOT_FOUND', { zh: `这一天的指标库里没有指标 ${code}。`, en: `There is no indicator ${code} in the library of that day.` });

export const noTag = (code: string) => refusal('NOT_FOUND', { zh: `这一天没有标签 ${code}。`, en: `There is no tag ${code} on that day.` });
