/// <reference types="chrome" />
/**
 * What runs in every Dagster+ page: it answers the extension's question what the page shows, and does nothing
 * until it is asked.
 */
import { findOnPage } from '../dagster/tokens-page';

type Listener = Parameters<typeof chrome.runtime.onMessage.addListener>[0];

const answer: Listener = (message, sender, respond) => {
  if (sender.id === chrome.runtime.id && message?.type === 'what-do-you-show') {
    respond(findOnPage(document, location.href).reading);
  }
};

// The file may be put into a page that has it already: the new listener takes the place of the old one.
const world = globalThis as { dagsterPlus?: Listener };
const { onMessage } = chrome.runtime;
if (world.dagsterPlus) onMessage.removeListener(world.dagsterPlus);
world.dagsterPlus = answer;
onMessage.addListener(answer);
