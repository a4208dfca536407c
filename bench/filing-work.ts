// What a clerk does in the last hour, over HTTP as a browser asks: opens the sheet, mends two cells, hands it in.
import { Agent, request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { type Journey, on } from './filing-scene.ts';

export const kinds = ['sheet', 'cells', 'submission'] as const;

export interface Timed {
  readonly kind: (typeof kinds)[number];
  readonly ms: number;
  readonly ok: boolean;
}

const mended = [
  { key: 'fdi', value: '301', seen: 1 },
  { key: 'electricity', value: '2310', seen: 1 },
];

/** One after the other without a pause, which no clerk manages. */
export async function filed(address: string, { zone, id }: Journey): Promise<readonly Timed[]> {
  const cookie = `zone=${zone.id}.${zone.jurisdiction}`;
  const path = `${address}/api/statistics/filings/${encodeURIComponent(id)}`;
  const ask = (kind: Timed['kind'], url: string, body: object | null) => timed(kind, { url, cookie, body });
  return [
    await ask('sheet', `${path}?on=${on}`, null),
    await ask('cells', `${path}/cells`, { cells: mended, key: 'save-in-the-bench', on }),
    await ask('submission', `${path}/submission`, { key: 'submit-in-the-bench', on }),
  ];
}

interface Call {
  readonly url: string;
  readonly cookie: string;
  readonly body: object | null;
}

const agent = new Agent({ keepAlive: true });
let shown = 0;

async function timed(kind: Timed['kind'], call: Call): Promise<Timed> {
  const began = performance.now();
  const { status, text } = await answerTo(call).catch((fault: unknown) => ({ status: 0, text: String(fault) }));
  const ms = performance.now() - began;
  const ok = status === 200 && !text.includes('"conflict"') && !text.includes('"refused"');
  if (!ok && shown < 3) {
    shown += 1;
    process.stderr.write(`${kind} ${call.url}: ${status} ${text.slice(0, 300)}\n`);
  }
  return { kind, ms, ok };
}

function answerTo({ url, cookie, body }: Call): Promise<{ readonly status: number; readonly text: string }> {
  const headers = { cookie, 'content-type': 'application/json', 'accept-encoding': 'gzip' };
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers, method: body ? 'POST' : 'GET' }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const bytes = Buffer.concat(parts);
        const text = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
        resolve({ status: answer.statusCode ?? 0, text: text.toString() });
      });
    });
    asked.on('error', reject);
    asked.end(body ? JSON.stringify(body) : undefined);
  });
}
