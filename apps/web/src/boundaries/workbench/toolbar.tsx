// The tools with their words and keys. Keys count only while the tools or the map hold the focus.
import { Button, type LandTool, useWords, type WordsLike } from '../../ui/index.ts';
import { words } from '../words-map.ts';
import type { Acts } from './use-acts.ts';
import type { Drawing } from './use-drawing.ts';

export const toolKeys: Readonly<Record<LandTool, string>> = {
  select: 's',
  vertex: 'v',
  draw: 'd',
  cut: 'c',
  merge: 'm',
  measure: 'l',
  'measure-area': 'a',
};
const tools = Object.keys(toolKeys).filter((tool): tool is LandTool => tool in toolKeys);

interface ToolbarProps {
  readonly acts: Acts;
  readonly drawing: Drawing;
  readonly snapping: boolean;
  readonly onSnapping: (on: boolean) => void;
}

export function Toolbar({ acts, drawing, snapping, onSnapping }: ToolbarProps) {
  const w = useWords(words);
  const { history } = drawing;
  return (
    <div className="draw-tools">
      <div className="draw-row" role="toolbar" aria-label={w.toolbar}>
        {tools.map((tool) => (
          <Button key={tool} small pressed={acts.tool === tool} title={w.hints[tool]} onClick={() => acts.takeTool(tool)}>
            {w.tools[tool]} <kbd>{toolKeys[tool].toUpperCase()}</kbd>
          </Button>
        ))}
        <Button small pressed={snapping} onClick={() => onSnapping(!snapping)}>
          {w.snapping} <kbd>N</kbd>
        </Button>
        <Button small disabled={!history.canUndo} title="Ctrl+Z" onClick={history.undo}>
          {w.undo}
        </Button>
        <Button small disabled={!history.canRedo} title="Ctrl+Shift+Z" onClick={history.redo}>
          {w.redo}
        </Button>
        {acts.tool === 'merge' ? (
          <Button small kind="plain" disabled={acts.picked.length < 2} onClick={acts.merge}>
            {w.mergePicked(acts.picked.length)}
          </Button>
        ) : null}
        <Button small disabled={acts.selected === null} title="F2" onClick={acts.rename}>
          {w.rename} <kbd>F2</kbd>
        </Button>
        <Button small kind="danger" disabled={acts.selected === null} onClick={acts.remove}>
          {w.remove}
        </Button>
      </div>
      <p className="note" role="status">
        {said(acts, w)}
      </p>
    </div>
  );
}

function said({ said: outcome, tool }: Acts, w: WordsLike<typeof words.zh>): string {
  if (outcome === null) return w.hints[tool];
  if (outcome === 'cut-nothing') return w.cutNothing;
  return outcome === 'failed' ? w.failedTask : w.cutShort(outcome.short.join(w.listed));
}

/** True when the key meant something. */
export function takeKey(
  event: { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean },
  props: ToolbarProps,
): boolean {
  const key = event.key.toLowerCase();
  const { history } = props.drawing;
  if (event.ctrlKey || event.metaKey) {
    if (key !== 'z' && key !== 'y') return false;
    if (key === 'y' || event.shiftKey) history.redo();
    else history.undo();
    return true;
  }
  if (event.altKey) return false;
  const tool = tools.find((one) => toolKeys[one] === key);
  if (tool) props.acts.takeTool(tool);
  else if (key === 'n') props.onSnapping(!props.snapping);
  else if (key === 'f2' && props.acts.selected !== null) props.acts.rename();
  else if (key === 'delete' && props.acts.selected !== null) props.acts.remove();
  else return false;
  return true;
}
