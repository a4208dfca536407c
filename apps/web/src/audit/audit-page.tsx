// The audit log (GB/T 22239 安全审计): search, one entry with its proof beside, the latest signed head, verify and export.
import { useAddress, useSession } from '../shell/index.ts';
import { Answer, Button, type Column, DataTable, Empty, Failed, Link, MaskedText, Page, Paging, Split, useWords } from '../ui/index.ts';
import { useEntries, useExport, useVerify } from './hooks.ts';
import { AuditFilters, noFilters } from './parts/audit-filters.tsx';
import { EntryPanel, localTime } from './parts/entry-panel.tsx';
import { HeadFacts } from './parts/head-facts.tsx';
import { ReportNotice } from './parts/report-notice.tsx';
import type { EntryRow } from './shapes.ts';
import { words } from './words.ts';
import './audit.css';

export function AuditPage() {
  const w = useWords(words);
  const session = useSession();
  if (session?.card?.role === 'audit-admin') return <Log />;
  return (
    <Page title={w.title}>
      <Empty title={w.auditorsOnly} action={session?.profile === 'demo' ? <Link to="/roles">{w.chooseAuditor}</Link> : null}>
        {w.auditorsOnlyNext}
      </Empty>
    </Page>
  );
}

function Log() {
  const w = useWords(words);
  const [search, change] = useAddress();
  const [verify, save] = [useVerify(), useExport()];
  const actions = (
    <>
      <Button busy={save.isPending} title={w.exportNote} onClick={() => save.mutate()}>
        {w.export}
      </Button>
      <Button kind="main" busy={verify.isPending} title={w.verifyNote} onClick={() => verify.mutate()}>
        {w.verify}
      </Button>
    </>
  );
  return (
    <Page title={w.title} answers={w.answers} actions={actions}>
      {save.error ? <Failed error={save.error} onRetry={() => save.mutate()} /> : null}
      {verify.error ? <Failed error={verify.error} onRetry={() => verify.mutate()} /> : null}
      {verify.data ? <ReportNotice report={verify.data} /> : null}
      <HeadFacts />
      <AuditFilters />
      <Split panel={search.entry ? <EntryPanel key={search.entry} id={search.entry} onClose={() => change({ entry: undefined })} /> : null}>
        <Entries />
      </Split>
    </Page>
  );
}

function Entries() {
  const w = useWords(words);
  const [search, change] = useAddress();
  const columns = useColumns();
  const filtered = Object.keys(noFilters).some((key) => search[key]);
  const empty = (
    <Empty title={w.none} action={filtered ? <Button onClick={() => change(noFilters)}>{w.clear}</Button> : null}>
      {filtered ? w.noneNext : w.noneYet}
    </Empty>
  );
  return (
    <Answer query={useEntries()} rows={12}>
      {({ rows, total, page, size }) => (
        <>
          <DataTable
            caption={w.title}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            selected={search.entry}
            onOpen={(row) => change({ entry: row.id })}
            empty={empty}
          />
          {total > size ? <Paging page={page} size={size} total={total} onChange={(next) => change({ page: String(next) })} /> : null}
        </>
      )}
    </Answer>
  );
}

function useColumns(): readonly Column<EntryRow>[] {
  const w = useWords(words);
  return [
    { key: 'at', title: w.at, tight: true, render: (row) => localTime(row.at) },
    { key: 'unit', title: w.unit, important: true, render: (row) => row.unit },
    { key: 'actor', title: w.actor, render: (row) => <MaskedText>{row.actor}</MaskedText> },
    { key: 'action', title: w.action, important: true, render: (row) => row.action },
    { key: 'object', title: w.object, important: true, render: (row) => <MaskedText>{row.object}</MaskedText> },
    { key: 'clause', title: w.clause, render: (row) => row.clause ?? w.noClause },
  ];
}
