/** Where a document stands: its origin, whether it may be filled at all, and the way to it through the frames around it. */
import { windowOf } from '../page/dom';
import { mayBeFilled } from './may-be-filled';
import { randomName } from './random-name';
import { type DocumentReport, SANDBOXED } from './report';

type Context = Pick<DocumentReport, 'origin' | 'fillable' | 'path' | 'ancestorOrigins' | 'document'>;

/** More frames within each other than any page has. */
const MOST_LEVELS = 50;

/** Documents by name: the same one until the document is another. */
const names = new WeakMap<Document, string>();

function nameOf(document: Document): string {
  const name = names.get(document) ?? randomName();
  names.set(document, name);
  return name;
}

/** The position of a window among the frames of the one around it; -1 where that does not count it. */
function positionIn(around: Window, window: Window): number {
  for (let position = 0; position < around.length; position++)
    if (around[position] === window) return position;
  return -1;
}

function pathTo(window: Window): number[] {
  const path: number[] = [];
  for (let at: Window = window; at !== at.parent && path.length < MOST_LEVELS; at = at.parent)
    path.unshift(positionIn(at.parent, at));
  return path;
}

/** The origin of a document as the browser enforces it, whether it may be filled, and where it stands. */
export function documentContext(document: Document): Context {
  const window = windowOf(document);
  const name = nameOf(document);
  if (window === null)
    return { origin: SANDBOXED, fillable: false, path: [-1], ancestorOrigins: [], document: name };
  const { protocol, hostname, ancestorOrigins } = window.location;
  const { origin } = window;
  return {
    origin,
    fillable: mayBeFilled({ origin, protocol, hostname }),
    path: pathTo(window),
    // Not every browser tells.
    ancestorOrigins: Array.from(ancestorOrigins ?? []).slice(0, MOST_LEVELS),
    document: name,
  };
}
