/** What the open popup holds in memory. */
import { builtExtension } from '../../test/e2e/built-extension';
import { startChromium } from '../chromium';
import { type Figure, takeTurns } from '../figure';
import { writeOneLineExtension } from '../one-line-extension';

const BYTES_IN_MB = 1_000_000;

/** Opens the page of an extension's popup in a tab each time, and reads the heap after everything that is not held is gone. */
async function withPopupPage<T>(
  extension: string,
  page: string,
  use: (heap: () => Promise<number>) => Promise<T>,
): Promise<T> {
  const { context, close } = await startChromium(extension);
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const url = new URL(page, worker.url()).href;
    return await use(async () => {
      const tab = await context.newPage();
      await tab.goto(url);
      await tab.locator('p, h1').first().waitFor();
      const session = await context.newCDPSession(tab);
      await session.send('HeapProfiler.collectGarbage');
      const usage = (await session.send('Runtime.getHeapUsage')) as {
        usedSize: number;
        embedderHeapUsedSize?: number;
      };
      await tab.close();
      return (usage.usedSize + (usage.embedderHeapUsedSize ?? 0)) / BYTES_IN_MB;
    });
  } finally {
    await close();
  }
}

export const popupMemory = async (): Promise<Figure[]> => {
  const oneLine = await writeOneLineExtension('chrome');
  try {
    const sides = await withPopupPage(oneLine.folder, '/popup.html', (floor) =>
      withPopupPage(builtExtension('chrome'), '/extension/popup.html', (ours) =>
        takeTurns([
          { name: 'one-line popup', kind: 'floor', measure: floor },
          { name: 'this extension', kind: 'ours', measure: ours },
        ]),
      ),
    );
    return [
      {
        id: 'popup-memory',
        title: 'Memory of the open popup',
        unit: 'MB',
        how: 'JavaScript and DOM on the heap of Chromium after a collection of garbage; the popup’s page in a tab of its own.',
        wanted: 'at most 3 MB more than a popup of one line',
        base: 'one-line popup',
        sides,
      },
    ];
  } finally {
    await oneLine.remove();
  }
};
