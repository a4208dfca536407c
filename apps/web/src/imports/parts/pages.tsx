// The pages of a long list, kept in the address; none of them for a short one.
import { useAddress } from '../../shell/index.ts';
import { Paging } from '../../ui/index.ts';

interface PagesProps {
  readonly page: number;
  readonly size: number;
  readonly total: number;
}

export function Pages({ page, size, total }: PagesProps) {
  const [, change] = useAddress();
  if (total <= size) return null;
  return <Paging page={page} size={size} total={total} onChange={(next) => change({ page: next > 1 ? String(next) : undefined })} />;
}
