// SM2 against the published example of GM/T 0003.5 on the recommended curve, against OpenSSL (through Node) where both can sign, and
// against bent input. RFC 8998 publishes no signature of SM2, only the use of it.
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultUserId, isSm2Signed, newSm2Key, sm2KeyIn, sm2Point } from './sm2.ts';

const standard = {
  point:
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  secret: '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8',
  r: 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3',
  s: 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
};
const asDer = (r: string, s: string) => Buffer.from(`3046022100${r}022100${s}`, 'hex').toString('base64');

function aKey() {
  const pem = newSm2Key();
  const key = sm2KeyIn(pem);
  if (!key) throw new Error('no SM2 key was made');
  return { pem, key, point: sm2Point(key.publicKey) ?? '' };
}

describe('SM2', () => {
  it('verifies the signature that GM/T 0003.5 publishes, under the default user id only', () => {
    const signature = asDer(standard.r, standard.s);
    expect(isSm2Signed(standard.point, 'message digest', { signature, userId: defaultUserId })).toBe(true);
    expect(isSm2Signed(standard.point, 'message digest', { signature, userId: '' })).toBe(false);
    expect(isSm2Signed(standard.point, 'message digesu', { signature, userId: defaultUserId })).toBe(false);
    expect(isSm2Signed(standard.point, 'message digest', { signature: asDer(standard.s, standard.r), userId: defaultUserId })).toBe(false);
  });

  it('has the public key of the published secret', () => {
    const head = '308187020100301306072a8648ce3d020106082a811ccf5501822d046d306b0201010420';
    const der = Buffer.from(`${head}${standard.secret}a144034200${standard.point}`, 'hex');
    const key = sm2KeyIn(`-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`);
    expect(sm2Point(key?.publicKey ?? '')).toBe(standard.point);
  });

  it('verifies what OpenSSL signs under an empty user id, whatever the text and the key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { pem, point } = aKey();
        // The reading again of the PEM makes it an SM2 key to OpenSSL; the key as generated would sign with ECDSA.
        const signature = sign('sm3', Buffer.from(text), createPrivateKey(pem)).toString('base64');
        expect(isSm2Signed(point, text, { signature, userId: '' })).toBe(true);
        expect(isSm2Signed(point, text, { signature, userId: defaultUserId })).toBe(false);
        expect(isSm2Signed(point, `${text}.`, { signature, userId: '' })).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  it('signs so that it verifies, and not for Node, which knows no user id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { key, point } = aKey();
        const signature = key.sign(text);
        expect(isSm2Signed(point, text, { signature, userId: defaultUserId })).toBe(true);
        expect(verify('sm3', Buffer.from(text), createPublicKey(key.publicKey), Buffer.from(signature, 'base64'))).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  it.each(['', 'AA==', 'no base64', Buffer.from('30060201000201000', 'hex').toString('base64')])(
    'refuses %j as a signature',
    (signature) => {
      expect(isSm2Signed(standard.point, 'message digest', { signature, userId: defaultUserId })).toBe(false);
    },
  );

  it('takes no other key for its own', () => {
    expect(sm2Point('no key')).toBeNull();
    expect(sm2KeyIn('no key')).toBeNull();
  });
});
