/**
 * Gives the Hub a storage in memory where the browser denies it one: in sandboxed frames, and in frames of another site
 * (Chromium as Debian ships it). The Hub reads `localStorage` while it loads and shows nothing without.
 */
class MemoryStorage {
  readonly #items = new Map<string, string>();
  getItem(name: string): string | null {
    return this.#items.get(name) ?? null;
  }
  setItem(name: string, value: string): void {
    this.#items.set(name, value);
  }
  removeItem(name: string): void {
    this.#items.delete(name);
  }
}

try {
  window.localStorage.getItem('');
} catch {
  Object.defineProperty(window, 'localStorage', { value: new MemoryStorage() });
}
