// A zone beside the list: its basics, and the way to its full page.
import { useQuery } from '@tanstack/react-query';
import { api, useView } from '../../shell/index.ts';
import { Answer, Link, SidePanel, useWords } from '../../ui/index.ts';
import { words } from '../words.ts';
import { zonePath } from './list-table.tsx';
import { Areas, Basics } from './zone-parts.tsx';

export function ZonePanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const w = useWords(words);
  const { on: asOf } = useView();
  const zone = useQuery(api.zones.get.queryOptions({ input: { id, asOf } }));
  return (
    <SidePanel title={zone.data?.name ?? id} onClose={onClose}>
      <Link to={zonePath(id)}>{w.openPage}</Link>
      <Answer query={zone}>
        {(detail) => (
          <>
            <Basics zone={detail} />
            <h3>{w.areas}</h3>
            <Areas zone={detail} />
          </>
        )}
      </Answer>
    </SidePanel>
  );
}
