// Why a step in a consultation is refused, in both languages.
import { refusal } from '../platform/refusal.ts';

export const noRound = () => refusal('NOT_FOUND', { zh: '没有这一轮征求意见。', en: 'There is no such round of consultation.' });
