// Passwords that are shown once: on the screen and as a file, and kept nowhere.
import { Button, DataTable, Notice, saveFile, useWords } from '../../ui/index.ts';
import type { HandOut } from '../shapes.ts';
import { words } from '../words.ts';

export function HandOutNotice({ handOut }: { readonly handOut: HandOut }) {
  const w = useWords(words);
  const save = () => {
    const lines = [[w.person, w.login, w.password], ...handOut.people.map(({ name, login, password }) => [name, login, password])];
    // With a mark, so that a spreadsheet opens it as UTF-8; no cell begins like a formula.
    const text = `\uFEFF${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
    saveFile(new Blob([text], { type: 'text/csv' }), `${w.password}.csv`);
  };
  return (
    <Notice tone="warn" title={w.handOutTitle} action={<Button onClick={save}>{w.handOutSave}</Button>}>
      <p>{w.handOutNote}</p>
      <DataTable
        caption={w.handOutTitle}
        columns={[
          { key: 'name', title: w.person, render: (row) => row.name },
          { key: 'login', title: w.login, tight: true, important: true, render: (row) => row.login },
          { key: 'password', title: w.password, tight: true, important: true, render: (row) => <code>{row.password}</code> },
        ]}
        rows={handOut.people}
        rowKey={(row) => row.login}
        empty={null}
      />
    </Notice>
  );
}

function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
