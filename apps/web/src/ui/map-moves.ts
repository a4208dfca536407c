// How a map is moved: a mouse drags it at once; the wheel and a finger only once it has the focus, so that the page can be scrolled past it.
import { all, focusWithTabindex, mouseOnly, noModifierKeys, primaryAction } from 'ol/events/condition';
import { DragPan, defaults } from 'ol/interaction';
import type MapBrowserEvent from 'ol/MapBrowserEvent';

export function mapMoves() {
  const begins = (event: MapBrowserEvent) => mouseOnly(event) || focusWithTabindex(event);
  return defaults({ onFocusOnly: true, dragPan: false }).extend([new DragPan({ condition: all(noModifierKeys, primaryAction, begins) })]);
}
