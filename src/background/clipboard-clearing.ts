/**
 * Takes a token that was copied out of the clipboard after a while, where the person has switched that on. The switch is
 * the permission to read the clipboard itself: only so can be seen that the token still is in it.
 */
import { digestOf } from '../session/digest';
import type { Queue } from '../session/queue';
import { sessionValue } from '../session/session-area';
import { CLEAR_CLIPBOARD_SECONDS, type TimedPlace } from '../session/timed-value';

const ALARM = 'clear-clipboard';

export interface ClipboardClearingParts extends TimedPlace {
  readonly queue: Queue;
  /** Whether the person has switched it on. */
  isOn(): Promise<boolean>;
  /** Empties the clipboard if what it holds has this digest. */
  clearIfHolds(digest: string): Promise<unknown>;
}

export interface ClipboardClearing {
  /** The popup has copied this token just now. */
  copied(token: string): Promise<void>;
  /** Clears, if this is the alarm for it. A browser that refuses leaves the clipboard as it is. */
  clearAt(alarm: string): Promise<void>;
}

export function createClipboardClearing(parts: ClipboardClearingParts): ClipboardClearing {
  const { session, alarms, now, queue, isOn } = parts;
  // All windows share one clipboard, so what belongs to private ones does not go with the last of them here.
  const copied = sessionValue<string>(session, 'copied-token', 'ordinary');
  return {
    copied: (token) =>
      queue(async () => {
        if (!(await isOn())) return;
        await alarms.create(ALARM, { when: now() + CLEAR_CLIPBOARD_SECONDS * 1000 });
        await copied.write(await digestOf(token));
      }),
    async clearAt(alarm) {
      if (alarm !== ALARM) return;
      const digest = await queue(async () => {
        const digest = await copied.read();
        await copied.remove();
        return digest;
      });
      if (digest && (await isOn())) await parts.clearIfHolds(digest).catch(() => undefined);
    },
  };
}
