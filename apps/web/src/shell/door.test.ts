import { describe, expect, it } from 'vitest';
import { answerAtDoor, askAtDoor, throughDoor } from './door.ts';

const refused = (code: string) => Object.assign(new Error(code), { code });

/** Refuses as often as told, then answers. */
function call(...codes: string[]) {
  let sent = 0;
  const send = async () => {
    sent += 1;
    const code = codes.shift();
    if (code) throw refused(code);
    return 'saved';
  };
  return { send, sent: () => sent };
}

describe('a call at the door', () => {
  it('waits, and is sent again when the person has proved who is there', async () => {
    const { send, sent } = call('PROOF_NEEDED');
    const answer = throughDoor(send, false);
    await Promise.resolve();
    expect(sent()).toBe(1);
    await new Promise((resolve) => setTimeout(resolve));
    answerAtDoor(true);
    expect(await answer).toBe('saved');
    expect(sent()).toBe(2);
  });

  it('keeps its refusal when the person does not', async () => {
    const answer = throughDoor(call('SIGNED_OUT').send, false);
    await new Promise((resolve) => setTimeout(resolve));
    answerAtDoor(false);
    await expect(answer).rejects.toThrow('SIGNED_OUT');
    // Reading goes on quietly refused; what a person does asks again.
    await expect(throughDoor(call('SIGNED_OUT').send, true)).rejects.toThrow('SIGNED_OUT');
    const done = throughDoor(call('SIGNED_OUT').send, false);
    await new Promise((resolve) => setTimeout(resolve));
    answerAtDoor(true);
    expect(await done).toBe('saved');
  });

  it('asks once for calls that fail together, and passes other refusals on', async () => {
    const [one, other] = [askAtDoor('proof'), askAtDoor('proof')];
    answerAtDoor(true);
    expect(await Promise.all([one, other])).toEqual([true, true]);
    await expect(throughDoor(call('CONFLICT').send, false)).rejects.toThrow('CONFLICT');
  });

  it('does not go round for ever', async () => {
    const { send, sent } = call(...Array.from({ length: 9 }, () => 'PROOF_NEEDED'));
    const answer = throughDoor(send, false);
    const timer = setInterval(() => answerAtDoor(true), 1);
    await expect(answer).rejects.toThrow('PROOF_NEEDED');
    clearInterval(timer);
    expect(sent()).toBe(4);
  });
});
