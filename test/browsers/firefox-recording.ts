/** Firefox's own profiler, for the process that holds a tab's page: all worlds of the page run in its main thread. */
import type { Recording } from './browser';
import type { FirefoxSession } from './firefox-session';
import { TABS } from './firefox-window';

/** @param origin of the extension; the tab's page is recorded while `during` goes on */
export async function recordProcess(
  session: FirefoxSession,
  handle: string,
  origin: string,
  during: () => Promise<void>,
): Promise<Recording> {
  await session.inWindow(START);
  try {
    await during();
    return await session.inWindow(COUNT, handle, origin);
  } finally {
    await session.inWindow('await Services.profiler.StopProfiler();');
  }
}

const ENTRIES = 1 << 22;
const SAMPLING_INTERVAL_MS = 0.5;

const START = `
  await Services.profiler.StartProfiler(${ENTRIES}, ${SAMPLING_INTERVAL_MS}, ['js'], ['GeckoMain']);`;

/** A stack is a chain: each of its entries has a frame and the entry that called it. */
const COUNT = `${TABS}
  const { osPid } = tabOf(args[0]).linkedBrowser.browsingContext.currentWindowGlobal;
  const { processes } = await Services.profiler.getProfileDataAsync();
  const threads = processes.flatMap(({ threads }) => threads).filter(({ pid }) => Number(pid) === osPid);
  if (threads.length === 0) throw new Error('The process of the page was not recorded.');
  let samples = 0;
  let ofExtension = 0;
  for (const { stringTable, frameTable, stackTable, samples: taken } of threads) {
    const { frame, prefix } = stackTable.schema;
    const { location } = frameTable.schema;
    const known = new Map([[null, false]]);
    const isOfExtension = (stack) => {
      if (!known.has(stack)) {
        const entry = stackTable.data[stack];
        const text = stringTable[frameTable.data[entry[frame]][location]];
        known.set(stack, text.includes(args[1]) || isOfExtension(entry[prefix] ?? null));
      }
      return known.get(stack);
    };
    for (const sample of taken.data) {
      samples += 1;
      if (isOfExtension(sample[taken.schema.stack] ?? null)) ofExtension += 1;
    }
  }
  return { samples, ofExtension };`;
