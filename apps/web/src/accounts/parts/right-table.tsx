// Procedures with the roles that may call them and how far; of one role, only its own reach.
import type { Right, RoleCard } from '@zhenghe/contract/accounts';
import { roles } from '@zhenghe/contract/roles';
import { DataTable, Empty, StateWord, useLanguage, useWords } from '../../ui/index.ts';
import { words as roleWords } from '../words.ts';
import { words } from '../words-levels.ts';
import { procedureNames } from '../words-procedures.ts';

type Role = RoleCard['role'];

export function isEverybodys(right: Right): boolean {
  return right.roles.length === roles.length && right.roles.every(({ scope }) => scope === 'all');
}

interface RightTableProps {
  readonly rows: readonly Right[];
  readonly role: Role | undefined;
}

export function RightTable({ rows, role }: RightTableProps) {
  const w = useWords(words).rights;
  const language = useLanguage();
  return (
    <DataTable
      caption={w.title}
      rows={rows}
      rowKey={(row) => row.procedure}
      empty={<Empty title={w.none} />}
      wrap
      columns={[
        { key: 'what', title: w.what, render: (row) => procedureNames[language][row.procedure] ?? row.procedure },
        { key: 'kind', title: w.kind, tight: true, important: true, render: (row) => <Kind right={row} /> },
        role
          ? { key: 'reach', title: w.reach, important: true, render: (row: Right) => <Reach right={row} role={role} /> }
          : { key: 'who', title: w.who, important: true, render: (row: Right) => <Who right={row} /> },
        { key: 'code', title: w.code, tight: true, render: (row) => <code>{`${row.method} /api${row.path}`}</code> },
      ]}
    />
  );
}

function Kind({ right }: { readonly right: Right }) {
  const w = useWords(words).rights;
  return <StateWord tone={right.writes ? 'info' : 'quiet'}>{right.writes ? w.writes : w.reads}</StateWord>;
}

function Reach({ right, role }: { readonly right: Right; readonly role: Role }) {
  const w = useWords(words).rights;
  const own = right.roles.find((one) => one.role === role);
  return <>{own ? w.scopes[own.scope] : null}</>;
}

/** Roles of one reach together; everybody in one word. */
function Who({ right }: { readonly right: Right }) {
  const w = useWords(words).rights;
  const { and } = useWords(words).classes;
  const { role: roleWord } = useWords(roleWords);
  if (isEverybodys(right)) return <>{w.everybody}</>;
  return (
    <ul className="plain-list">
      {(['own', 'subtree', 'all'] as const).map((scope) => {
        const those = right.roles.filter((one) => one.scope === scope);
        if (those.length === 0) return null;
        return (
          <li key={scope}>
            {those.map(({ role }) => roleWord[role]).join(and)} <span className="note">{w.scopes[scope]}</span>
          </li>
        );
      })}
    </ul>
  );
}
