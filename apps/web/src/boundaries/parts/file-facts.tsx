// What was handed in: name, size, hash, and once read what it holds.
import { Facts, grouped, useWords } from '../../ui/index.ts';
import type { Reading } from '../shapes.ts';
import { words } from '../words-upload.ts';

export function FileFacts({ reading }: { readonly reading: Reading }) {
  const w = useWords(words);
  const { file, found } = reading;
  return (
    <Facts
      rows={[
        [w.file, <span key="name" className="file-name">{`${file.name}（${sizeWords(file.size)}）`}</span>],
        [w.format, found ? w.formatNames[found.format] : null],
        [w.encoding, found?.encoding],
        [w.holds, found ? w.counts(grouped(String(found.features)), grouped(String(found.vertices))) : null],
        [w.declared, found ? (found.declared?.words ?? w.saysNothing) : null],
        [
          w.hash,
          <code key="hash" title={file.sha256}>
            {`${file.sha256.slice(0, 16)}…`}
          </code>,
        ],
      ]}
    />
  );
}

function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
