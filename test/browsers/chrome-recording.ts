/** V8's CPU profiler: it sees every world of a page, those of content scripts too. */
import type { CDPSession } from 'playwright';
import type { Recording } from './browser';

const SAMPLING_INTERVAL_US = 100;

/** @param origin of the extension; the session's page is recorded while `during` goes on */
export async function recordCpu(
  session: CDPSession,
  origin: string,
  during: () => Promise<void>,
): Promise<Recording> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLING_INTERVAL_US });
  await session.send('Profiler.start');
  await during();
  const { profile } = await session.send('Profiler.stop');
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const ofExtension = new Set<number>();
  const mark = (id: number): void => {
    ofExtension.add(id);
    for (const child of nodes.get(id)?.children ?? []) mark(child);
  };
  for (const { id, callFrame } of profile.nodes) if (callFrame.url.startsWith(origin)) mark(id);
  const samples = profile.samples ?? [];
  return { samples: samples.length, ofExtension: samples.filter((id) => ofExtension.has(id)).length };
}
