// A bullet: where a figure stands between its base and its target, as a bar with a tick, with words under it.
import { share } from './share.ts';

interface BulletProps {
  /** The whole sentence for who cannot see the bar. */
  readonly label: string;
  readonly base: number;
  readonly now: number;
  readonly cap: number;
  readonly baseLabel: string;
  readonly nowLabel: string;
  readonly capLabel: string;
}

export function Bullet({ label, base, now, cap, baseLabel, nowLabel, capLabel }: BulletProps) {
  const most = Math.max(base, now, cap);
  return (
    <div className="bullet" role="img" aria-label={label}>
      <div className="bullet-track">
        <div className="bullet-now" style={{ width: share(now, most) }} />
        <div className="bullet-cap" style={{ left: share(cap, most) }} />
      </div>
      <div className="bullet-words" aria-hidden="true">
        <span>┃ {capLabel}</span>
        <span>■ {nowLabel}</span>
        <span>□ {baseLabel}</span>
      </div>
    </div>
  );
}
