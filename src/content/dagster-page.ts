/// <reference types="chrome" />
/**
 * What runs in every Dagster+ page: it passes the extension's question on to the script that reads, and does nothing
 * until it is asked. That script is put into the page by the first question and by nothing else.
 */
import type { DagsterPageWorld, NeedsReader } from '../dagster/in-page';

type Listener = Parameters<typeof chrome.runtime.onMessage.addListener>[0];

const world = globalThis as DagsterPageWorld & { dagsterListener?: Listener };
const { id, onMessage } = chrome.runtime;

const answer: Listener = (message, sender, respond) => {
  if (sender.id !== id || message?.type !== 'what-do-you-show') return;
  respond(world.dagsterReader?.read() ?? ({ needsReader: true } satisfies NeedsReader));
};

// The file may be put into a page that has it already: the new listener takes the place of the old one, and a reader
// that an older version of the extension left is not asked any more.
if (Object.hasOwn(world, 'dagsterListener') && world.dagsterListener)
  onMessage.removeListener(world.dagsterListener);
// Not deleted: an element of the page that has this name would show through.
world.dagsterReader = undefined;
world.dagsterListener = answer;
onMessage.addListener(answer);
