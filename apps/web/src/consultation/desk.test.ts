import { describe, expect, it } from 'vitest';
import { answerContent, answerGaps, nextWaiting, progressOf, shown, waits } from './desk.ts';
import { aComment, anAnswer } from './testing.ts';

const unit = { id: '330700/land', name: { zh: '自然资源', en: 'Land' } };
const answered = aComment(1, { answer: anAnswer });
const second = aComment(2);
const bare = aComment(3, { text: '', unit, stance: 'no-opinion' });
const fourth = aComment(4);
const all = [answered, second, bare, fourth];

describe('the answering desk', () => {
  it('counts only what has to be answered: a bare stance does not', () => {
    expect(progressOf(all)).toEqual({ done: 1, all: 3 });
    expect(waits(bare)).toBe(false);
    expect(shown(all, 'unanswered')).toEqual([second, fourth]);
    expect(shown(all, 'answered')).toEqual([answered]);
  });
  it('still has a withheld comment answered, though its words are gone', () => {
    expect(waits(aComment(5, { text: '', withheld: { zh: '辱骂', en: 'abuse' } }))).toBe(true);
  });
  it('goes on to the next that waits, round to the first, and ends when none does', () => {
    expect(nextWaiting(all, second.id)).toBe(fourth);
    expect(nextWaiting(all, fourth.id)).toBe(second);
    expect(nextWaiting(all, undefined)).toBe(second);
    expect(nextWaiting([answered, second], second.id)).toBeNull();
  });
  it('asks for an outcome and a reason, and for a later version where one is named', () => {
    const draft = { outcome: 'adopted', reason: '好', version: '' };
    expect(answerGaps({ outcome: '', reason: ' ', version: '' }, 2)).toEqual(['outcome', 'reason']);
    expect(answerGaps(draft, 2)).toEqual([]);
    expect(answerGaps({ ...draft, version: '2' }, 2)).toEqual(['version']);
    expect(answerGaps({ ...draft, version: 'x' }, 2)).toEqual(['version']);
    expect(answerContent({ ...draft, version: '3' })).toEqual({ reason: '好', version: 3 });
  });
  it('names no version for what was not taken up', () => {
    expect(answerGaps({ outcome: 'not', reason: '不', version: 'x' }, 2)).toEqual([]);
    expect(answerContent({ outcome: 'not', reason: '不', version: '3' })).toEqual({ reason: '不' });
  });
});
