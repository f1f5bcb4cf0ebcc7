import { useState } from 'preact/hooks';
import { revealToken } from './api';

/** The revealed values by token id, and what reveals or hides one. A new page starts with everything hidden. */
export function useRevealedToken(): [ReadonlyMap<string, string>, (id: string) => Promise<void>] {
  const [revealed, setRevealed] = useState<ReadonlyMap<string, string>>(new Map());
  const toggle = async (id: string) => {
    if (revealed.has(id)) {
      setRevealed((known) => new Map([...known].filter(([one]) => one !== id)));
      return;
    }
    const value = await revealToken(id);
    setRevealed((known) => new Map([...known, [id, value]]));
  };
  return [revealed, toggle];
}
