// All open sessions of one's own account, each to be ended.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shell/index.ts';
import { Answer, Button, DataTable, Failed, Section, StateWord, useWords } from '../../ui/index.ts';
import { words } from '../words-account.ts';

export function SessionList() {
  const w = useWords(words).sessions;
  const cache = useQueryClient();
  const sessions = useQuery(api.accounts.sessions.queryOptions());
  const end = useMutation(
    api.accounts.endSession.mutationOptions({ onSuccess: (rows) => cache.setQueryData(api.accounts.sessions.queryKey(), rows) }),
  );
  return (
    <Section title={w.title} note={w.note}>
      {end.error ? <Failed error={end.error} /> : null}
      <Answer query={sessions} rows={2}>
        {(rows) => (
          <DataTable
            caption={w.title}
            rows={rows}
            rowKey={(row) => row.id}
            empty={null}
            wrap
            columns={[
              { key: 'agent', title: w.agent, important: true, render: (row) => row.agent || w.unknown },
              { key: 'address', title: w.address, tight: true, render: (row) => row.address },
              { key: 'began', title: w.began, tight: true, render: (row) => shown(row.beganAt) },
              { key: 'seen', title: w.seen, tight: true, important: true, render: (row) => shown(row.lastSeenAt) },
              {
                key: 'end',
                title: w.state,
                important: true,
                render: (row) =>
                  row.current ? (
                    <StateWord tone="good">{w.current}</StateWord>
                  ) : (
                    <Button small label={`${w.end} · ${row.address}`} onClick={() => end.mutate({ id: row.id })}>
                      {w.end}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Answer>
    </Section>
  );
}

function shown(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant));
}
